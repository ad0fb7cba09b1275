# 319 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"82f6775bfd2293a292769fe8317c9464"
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
    000000800000000cd636ade82038e8f90a3ca25d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7c9fbbca3e2391733f45f3c47e0ed29ddfa0422ac4bc3a7e217b93bb6764f3f5
    ce2c7397ed1cc80ea55a73b6ccbc63b2"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e2715c334ce22b912f28e1da85bafe00"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fb228673225be44d"
  body.frame.tag hex"f48ad24799b3539a228800704976226d"

  # body.frame[1]
  body.frame.sequence_number 3
  body.frame.iv hex"000000000000000000000003"
  body.frame.ciphertext hex"6fe86dda5ddd8c39"
  body.frame.tag hex"6583b7d3eedae5e55fe3640b55a4f97a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 4
  body.final_frame.iv hex"000000000000000000000004"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"96"
  body.final_frame.tag hex"96a4938aad4d90ba0c0d031f6216658f"
