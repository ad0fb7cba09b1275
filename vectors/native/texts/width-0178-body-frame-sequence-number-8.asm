# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"c34dce7f5ab587506028475852a61a40"
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
    000000800000000c3cd63daff8205411a0f732eb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    aa6d7c8e6585abaf4cb431a1e33e8a53ad1143f666fb0464142f2db89a7d440d
    6dcc077b34139522b5382f06dfdb894c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"143f1a1b05f007ab36714d5e2b9fac16"

  # body.frame[0]
  body.frame.sequence_number 257
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9ffc6f8dd11b4c2f"
  body.frame.tag hex"c225a7949ed2eb98b356e89fdf1c96ba"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"fd0b325d"
  body.final_frame.tag hex"4daa2d00f50b271ed27b3f3b51763ecc"
