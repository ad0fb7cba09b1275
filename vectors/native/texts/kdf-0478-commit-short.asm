# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  326c400942c26e3b0d6d2766ca48f5ff2372fe2b2b66388072cbe701220064df"
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
    000000800000000cdce11bd13f2e969919d53282"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f178202d8194b22d857b8b3564937cded43249dd78448cb0f1e9d1f0a1fde319
    aef2ea9548235837bbae312a13c07840"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0ded10425fc009eb560459dccebfa17700000000000000000000000000000000"

header_auth.tag hex"de4ccb0af99756f95f2b02378f63dca3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ca3f48c051fd052c"
  body.frame.tag hex"0e56ac939bd2f66a5d43bc8b0b26da4b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b77e9608"
  body.final_frame.tag hex"437d8b78d8cabd78b1d6705642fb5790"
