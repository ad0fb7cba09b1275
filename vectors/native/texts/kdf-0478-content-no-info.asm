# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  694dae285d56d6861b5d0391e1251f6b1cc32532065ee7819a843437c62d2e20"
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
    000000800000000cb58ac039bcc8ed5cfcb05fe9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c0c96e4a3eeebf214d951e2904ea4afb718db8d16432fcdea33fd5308ccb0412
    6fe0e981725f7a3ccc1070ebaa81ef71"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0a2f5406000e2ca9f3ff7b339a1732d165a2d7f0f431165f3d1f8f7a6bee5c5f"

header_auth.tag hex"a018a3d9ab4bd4be6462e2737f64bc2c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6e2554b745ec785c"
  body.frame.tag hex"e2d23f30a3396d5d10896dc1366521d4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"63ab4fb6"
  body.final_frame.tag hex"409cfce05310d8f274cf37d94b88486e"
