# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4b9c10cbd2af2cef553c32f17318a114fd3b6e56796d34262d7f636a68f86a63"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c237ad071105fe39a97d81223"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    399a8f3957eca73d539490521a8e02210a5d738f04c3221e52ba330988cd1d1d
    dc5d243b60a1cf01e6236d28a0dca657"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  dd51bd2f364cad6380875da905bc275786c8f9dd2fca29504bfaded65e0626d5"

header_auth.tag hex"1243bf57eac0f71aa1db1baa8a80f7a5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bea9c12411562261"
  body.frame.tag hex"e09a89b062547786bb8c70461a147394"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"84743da2"
  body.final_frame.tag hex"24ca5adea1a55fb6211d0f1df84f9b27"
