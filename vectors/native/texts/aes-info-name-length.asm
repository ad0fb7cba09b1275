# 273 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ad678c3f8f0bbde4c26967f263862b05b4cca008a5e7d54dffdcfc6a3d7e33df"
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
  header.encrypted_data_keys.provider_info hex"
    00076165732d313238000000800000000cd03826912a6d55b0fa516b8c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2320a2af9c91c90d923908d95a689fef5d87e009717404e256ab0d3339e9d0ad
    f8db89ad4b660b962616853809278cb4"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ac9234d4b8c75d669f87825506846dd9bbb8bf1cdc29f5cb846fa2f38367ffb7"

header_auth.tag hex"ca188c6c756138e113636d8ef4e78a69"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"67a046"
  body.final_frame.tag hex"be9ad0a6e2e961d9e82d650433df89b3"
