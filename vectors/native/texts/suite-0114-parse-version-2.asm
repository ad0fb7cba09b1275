# 249 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0114  # AES_128_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"
  6d893029a89569067df57a5a7c85ac546d893029a89569067df57a5a7c85ac54"
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
    000000800000000ce7fc261130e6ef9167d067f6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5ac275a3a6be445863699444ffaea2fb9cc1e1cfc90bca5f69e1e2dea5300ab7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"1d548b3afc631460dd0cf773a66ab2b9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a84f078b4d88a36f"
  body.frame.tag hex"53763483db885180fe3ca5c8a6bc48b7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3871116b"
  body.final_frame.tag hex"4292af73ae0383c2789cc8573f5fdb30"
