# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e7e6807c6f742edbed6a01fa2f50bde5bb943ee0c9e9217af5bc0f6b78cf9b16"
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
    000000800000000c5c8370e104c4fd474760b628"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    54ac1a6f1d7ec8fad17cd94e1c7a172efbeb427194fb6225eeb71b5f89792b73
    205c78cf30e5ed9f35d48ae9823f3305"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  eb12fc032c9dc32e07b12993e9b454139d8b6eae939e3f121d083e4f31bb86a7"

header_auth.tag hex"70a5172b8b81c843700aec384ca5bc7f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4697159492bea8f5"
  body.frame.tag hex"260fe0181a31b6ee7f51a3c799024cf8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"720dc4fb"
  body.final_frame.tag hex"75869d441caec0c12fc92251ecb95217"
