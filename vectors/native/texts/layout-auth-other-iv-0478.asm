# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8a9d8a4b3ced4a196e6019f5be349e3f671ddaa0c52c99dd8c787771b36e8186"
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
    000000800000000c8013290e2da5cdce21d1c632"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    be6cca959997d5b8182ac1fa8c3761f7aac9ad83ebd51c28b6c8b4d528db6479
    53c982a2e0de82974bc3f16d6a5b09fc"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3451861d9758ea5ddf497c8bb724fa0d1554317f72ea6537f2e28eb54bb1b596"

header_auth.tag hex"21952f11915bc3ca42fb7e33922203f4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1eb707490012da94"
  body.frame.tag hex"21bc54107ed61cafab3dfcef96e0d278"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"39a98f5f"
  body.final_frame.tag hex"f7813ce2ad640bce27ca73d8080ca17a"
