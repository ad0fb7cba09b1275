# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2d40777d8b4a239a7ceff9815a123414e99432adbec2b3916a3a7c58c63c21ac"
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
    000000800000000c362984eeea8b54c5ce0c8602"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4c8b687ba74fef1f56081072293ee2cd7eff01348a0e9ed0cf642eb8d2ffc0cd
    acd4af010e0f06a4f6ef151a3bf256c1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f3c9504679b4608b7eb87bf8710d816eb1116bb2de504aa4d71dd766320d71a8"

header_auth.tag hex"c866dfa98f1c43382d1441d32a4cb44a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"aafdb69d9aa97a5e"
  body.frame.tag hex"b48dd4a4d578ac767876b1c814c8c514"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9caf8b55"
  body.final_frame.tag hex"d17fe7bf1c0384dcee394f3383da633b"
