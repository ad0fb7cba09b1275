# 524 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7582accb85740a2ddccd69f77f056d4d39857cc7433adfed9f5042222c8e325c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-rsa"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    010202007865c6d8452e7917738b71c298307c1aa9f1c8570a152fce69b4d85a
    3ce9d299ab7ba50935a828ca26c81efda3efb46f9bfe63b83b74747b6aed35c5
    099ced333d71a9b1c3df147e602e2e348729bb707c067e33fc66647425f519aa
    87d106d0703719551e757ba47caf659802cbb4c8fd672e5da456000dbc004e9c
    e1e13cf8802694f1c2cc619e1ae69a2e96fbe3456dd35a2eed60d22bf77ab192
    88ed89feea2cbe79fba5ccf7a484745110102eb31c96b9d9c1bfc6ff66f30b25
    d8dda80eac396882d77c8d510716217d32a08ed0a5e27c128338338c606d6225
    c1d6b8cec6d375009e016cc8b7115c4ca53cfd7dd8c679d2dcc27631b86bd869"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8991fb6720ab9de4eadc523a20fa2dea92a6cba800031edead78a986194ab65a"

header_auth.tag hex"618f9bcacabbc1cbd5f970e9067d1747"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"783b8a"
  body.final_frame.tag hex"dba2ff625b24614e0367c2f9b7811e9a"
