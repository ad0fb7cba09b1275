# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c13e2fd56fbd717a5c6843c97bffc7e381786bae5782146ae9b431e7864d85c2"
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
    000000800000000c05b30cc95e5fc0d3b3c35de3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5591ca4887290fba8f7c778a6775ace05ce8270725f6a9c7a725f7d6b1abc81f
    8ea1a22d71f4bf0dd2b2f68b958116b1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c4af1d95558a7c62d87a3887dc3f4b808e658893ecfe301f88877adcc8c950c4"

header_auth.tag hex"99a0b017b4af6558cb9172ddfec397c2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c9e8f12508ded806"
  body.frame.tag hex"71c3431f18774a213d08367f134bca2a"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"6ddcf5520e95be6c"
  body.frame.tag hex"39242e26965dfdaf725244c3227334e7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length 4294967295

# Not read any further: the bytes end inside the final frame ciphertext:
# 4294967275 more are needed @ body.final_frame.ciphertext (offset 0x14c). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"3cc9587834cdcefea643b3b93d5263f1d2787871"
