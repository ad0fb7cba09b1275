# 271 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  05a7f302b039177d4dcd35c5725dce6c970bf5e212a40e38ee2981c735914224"
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
  header.encrypted_data_keys.provider_id "aes-128"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "esdkit-vectors" hex"
    000000800000000cc54b293c5d6836dd6f5c27f8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4e3f4602ea57a624c741060f75d7388cbe674a71ed73f6a2f0147f571f871fd2
    84b7309803a80a085df024dea2127e11"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  751cffdc3883f011bd0c213e3dd55e0531d7805ffff2fd5605b8499d93072292"

header_auth.tag hex"aeadcb5a6cc7bd1facd0d17c425024ed"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7966a8"
  body.final_frame.tag hex"57d510135820d62471dae855625dde79"
