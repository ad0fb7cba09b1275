# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2a8c7600da6639d8c66cf39416238f630ab84fb5db35ebd5ef818e1232e2058a"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c167f8fc546d8b3699abe9eb6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    89f5a599312d224ab91cc0b06ca878117b1c39e73a7359892ac696adb234f104
    bd8a6c9522ccc530ff4f312988d42d5b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0000000000000000000000000000000000000000000000000000000000000000"

header_auth.tag hex"31aa2db2180747617dbc79725c6c8653"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fe9b617182723bc2"
  body.frame.tag hex"705cbcb707ce37982a0f825dfed613ea"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0b786534"
  body.final_frame.tag hex"776786df2e7ff5f481a5330384a60c2e"
