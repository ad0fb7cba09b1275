# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  592fca4051af41e2556d68ff9e6d3ba74886fa86135b0b1ee6518186a67a4d44"
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
    000000800000000c512005e6883433b4c8e1613a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b5135b5ff0cda930d09bacb4ed2d9c8900beee5f9a53c6b2735f779564e5f628
    f41abf847eb6ce32cc89e9ee96d09826"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0000000000000000000000000000000000000000000000000000000000000000"

header_auth.tag hex"09baaa8a52c102b17d82e900ebe666e9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"44d1abd559e6ea6d"
  body.frame.tag hex"45c9ff0c51460a9a43361fd1757e3ac6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e9711fa1"
  body.final_frame.tag hex"2b8291d4bda8144f5d94f75248a2e4e7"
