# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cce6c5ce948845aa6b9fad371ec5f23687fb9468beb548797734de76f351d7e1"
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
    000000800000000c07f0c891b2eb1f8bfd801c73"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    afd8e8bdb93e07c2d54cc804d033cde6060a3f48f19c52423bff3ccf12af982f
    5eaa74527adcb9b5195070ef98a770b6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4378302d485e6982493fcd70a981a3abaf10391bd5a8c4be78bea2160c3c4f6d"

header_auth.tag hex"7737d1144752f246aec2302e27e099b0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fde2dbae6be39f3a"
  body.frame.tag hex"c9a377f72f6e5b0b08937cc674a93dad"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"8576129a65bfe17e"
  body.frame.tag hex"5f4da41e78b76e44e58aa56357e68ffe"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"779f3874"
  body.final_frame.tag hex"f93f3b8fc88bacf48b024facd0a9459f"
