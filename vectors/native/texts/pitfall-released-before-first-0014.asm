# 291 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0014  # AES_128_GCM_IV12_TAG16
header.message_id hex"2d7d5292bff223367e2bfb550c8bdd12"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cfce854ddc1284b71d398c861"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    64dfab51bb8f88442b13a09208ee0d467c88318dd3e9d63cb858b45113242c12"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3e1517700f0886fef68beb63055171eb"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2b92f4c5a808f0b3"
  body.frame.tag hex"94dc5c6c393adb5166003cf6c0d71b02"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"aa4d4ee89799f3ba"
  body.frame.tag hex"713ee2bf0bfe1ea4b19208185ad315f2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"03b38477"
  body.final_frame.tag hex"e806680af7e47ac8d36921421bc783dd"
