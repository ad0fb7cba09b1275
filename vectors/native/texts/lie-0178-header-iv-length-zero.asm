# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"1a7d761e95213bcb370f47d2ca2b9b93"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c245e4db0e1b08bfb5ac4bef0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    849e83802dfbb389217dcb7839e3f75c140c0ef01d253b16b47eb8e08a4e8263
    f3b0b3386a26d440fd42702ebfb350d9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 0
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e1df6ac72f179f3bafb96266dfb88148"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"42a6ec06d50a2abf"
  body.frame.tag hex"d326163f7ab41c9281f2633a0bf37817"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"deddbe59"
  body.final_frame.tag hex"b54c741391ad9f4374d6221e70fce4c5"
