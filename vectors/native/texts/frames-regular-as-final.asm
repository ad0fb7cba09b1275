# 316 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  db6300fa94aa3255a8f468579a239e1112b0c4ae08452aa9fe45c97bc6e255f3"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cb968faf2958e093e69646085"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    07ed11c349a4ef7353fb150c357087a14253eb66c078cc66e4ba0b4e7c88e2c0
    e169fa3454d625a81069886e268af3ee"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3a8a0043cc1dcdd8d082d0fea278cb75d30c5ed40ca8b7e951f6e2b43f366869"

header_auth.tag hex"df5703e75f0eecdea6e99ec2f25ab25f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bedf3d1700989040"
  body.frame.tag hex"e6ad2b04f90b9ab12ecdc2b4e5e3b7ef"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5955a3e035857aca"
  body.final_frame.tag hex"90ab072639a6da6f9867c643d5928f42"
