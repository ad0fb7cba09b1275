# 366 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f5c3c85b1eb8ad36f10627448930ff887173b6beff15d1e8b1e76f3a8d1ab6b4"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c0ffd96eddec848d40b8d1797"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    71c65d106d13bf489105998969a3854b7999f6e62e84abf9acf21df321bfea2b
    684564f1c4d66ad2efc9d4644bfe8ed8"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c49f934ef3f09e4a36d7a1965"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7b84acf21dce702ec0d2ab704adb016068a4176abcb645cbd1ea00dd58439466
    ef4cc212631a692ce2e74bcd5d49db58"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3af3b31666cc35c401cd43fc1353893a81038c1b4943f6b6ee56cf49bb256480"

header_auth.tag hex"02ab71107b9e8a9f6caeb36fda348acd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"12cfd8"
  body.final_frame.tag hex"538be66c78e8db0e7db0fb5de20ccd8f"
