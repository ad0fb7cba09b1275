# 257 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"
  724f794cf564ae7ad44bfb21901243c6724f794cf564ae7ad44bfb21901243c6"
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
    000000800000000c74ed3a104a471dac68be35f0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    562901fb469f955258083cd854f6882b0de618db6e5429805fb7259a0b357b12
    a8ba2ede37c5837f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"da0ccfb8a7457142809a2603ae6eae32"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"22facb487eaffb30"
  body.frame.tag hex"024d144513aec0264ea822eb05e5dfc4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"97e21637"
  body.final_frame.tag hex"ec0eebd75f5ba4cf7171b1ed1cb88d52"
