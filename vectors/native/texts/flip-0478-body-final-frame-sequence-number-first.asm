# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  1e6118a925250bc914204a43087853b8593dd8080cd42657da7858c59169d9a0"
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
    000000800000000cdf367578a432eb9df83be254"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    672d0e1b129cf041257812ffd37f6024d047c6b31fbcbfcbfa84a43c1efba5fb
    40ff071a9c1b2d29e59ea7b0581aad09"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5db7fc4b11258cd7ed391c556beff94028875adc4dc83cec98584ef5ea2a7c90"

header_auth.tag hex"54b008da12ee9dc9b497a9f73bf70ba4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2aad958c38b9e91a"
  body.frame.tag hex"d628fb570b5a685795444724e20027af"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2147483650
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"189a2058"
  body.final_frame.tag hex"63fcbd4c4b58ece9787bab8244020984"
