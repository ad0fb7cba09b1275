# 277 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  07e00c3837f2c62a810e4bdf7f9900f09fed67dbf7550f390fc28b2ac27adf8f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "full"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "void"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "BRANCH-A"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6ffa337aaaaefacdca2594ec47705f8187eefca624c777b2ecb4b2cd7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f2655697e89d60d4e1e77b10c09956d64f9d25a02
    51a4b810bde09ff1874127213914de5df4e3e24784c8024ff4c7be35"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  acd3c51abd62649db7e57d91a63ed51e8ba61b59c87d00d2551dc5b79190990a"

header_auth.tag hex"2495770a63e1ee1dfba225868877217e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"794cd0"
  body.final_frame.tag hex"c845776d22f75fc02d87c8961969ef9f"
