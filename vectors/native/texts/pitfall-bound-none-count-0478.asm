# 271 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ffb91100ba755de7250567d44b64ab3b64fe5b56c0f5c6d9c092e79babfaff4f"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c0d6f3d287db0919916576c27"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f42f851998952779a37b14d7ebe5af3da55e2dde042d70580eb26d6e252e674d
    1d7da21ce658725c09c7273c5fa425cd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3bb3588403696d138b4719171182c65695a9d40a742c3f747ffc76295542a793"

header_auth.tag hex"e5c6287a7f65b1ecd46c067788e8f74a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e3b27a7496c933f8"
  body.frame.tag hex"f16c00c3fd4462dd9f7bcb8b849934d6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"40cb1a14"
  body.final_frame.tag hex"280dc5a33981b4dab09fc707f4c02234"
