# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"b5e200a30798c76b0d5403fa2e0e02af"
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
    000000800000000cbe621c4750d6405d55826bbb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0533e8b9546d3d64d7988f34538213073e1df3dc6fb3bb11e0b8224f8322b4cb
    a22aaad2e4e72532a1965603261803be"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"700bab03b63521777351ae71706b3f39"

  # body.frame[0]
  body.frame.sequence_number 2147483649
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9654a81a6d2acd48"
  body.frame.tag hex"3c944c5b23f80aaeed9510cd3deace08"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5ada62ca"
  body.final_frame.tag hex"51152addc90a5bcf87d8657b8167d6e9"
