# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b84ce31c8cef04698e9f9713f90f5687a4688bd988ac8baabb54c739f69c99c4"
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
    000000800000000c387d202aab0768a6abe8e3af"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    daa05dcf9987f89b47ade1a86033ebccf1a0db73d81162c8da0e5c29dd235290
    65840b904c741efa2ec310c690ed861d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  7bc4cdad986de30678eecd8b83206ff08c08d83702c06a65a621345433ce6184"

header_auth.tag hex"709d66186dc29bf05afb8e700c305622"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"776edb619fc5bab5"
  body.frame.tag hex"15b1a2b70aa26d3fa2d706301348e384"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"8a7165d72e9645fa"
  body.frame.tag hex"f6a7521662569a119ab9b79b81317a73"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6b2cae0a"
  body.final_frame.tag hex"061c8066fbe9d125e9a8d5128d11c244"
