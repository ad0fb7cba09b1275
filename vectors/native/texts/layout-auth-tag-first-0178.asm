# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"2b99de91b4d06f3bcda302d3980e5688"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c519bb591c3f03b109b9910e8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    84fd73105879880b96259988a19fe906a339785428c9bf247a3f2ab61d19d126
    b51d3cd8089745891864c0df32b20de8"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"40bcf1eec88f26661f3816d3"
header_auth.tag hex"98e58334000000000000000000000000"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4684bfb2c281518e"
  body.frame.tag hex"b44e53204fa956eeaa8c9b85b2df31fd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e2a60777"
  body.final_frame.tag hex"169d7d251dbe33592203884c956a3e16"
