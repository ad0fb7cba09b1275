# 277 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7713325d7ac25bbe28777f21b657220af7eacde28160ac6d42741ba3ea3ce119"
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
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e4b2fc3dce73046110fe8ba9181646492c96bae7e3d2bd7c05dd1af77e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f427aad52beefbb64330996932e766f8eb19805f2
    b1ba9e9eed4a4e17eb4c3eb16b15c08be3e602d9687eed3ac9ad652f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  df0a8e0cdcc853642867f9031c617091f2afafff577b2e847cff814f60d335d1"

header_auth.tag hex"47c0acd9e9a70e8c683927f8146b572a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6e6b92"
  body.final_frame.tag hex"fd507de677604880cedcb53d33c437b0"
