# 392 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"cb90797b04f89076194b3d6963e8af6f"
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
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    cda74ce7db730a55a9971f4998cf123fcda74ce7db730a55a9971f497e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fac557a2867a729ad2520103a3ad5b537b5c8f2bd
    1fbdd869e017e4cf452a624cdff305c40d593af6cf1b91cd5eef74e0"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    12c8f62859101a207a6ad701d39a82a612c8f62859101a207a6ad7017e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fbc211e6bb42b859ea734e7ea20ab4ef613cd50d3
    836cc7cb247329c1905cc25648bcf16114e9b051dfe5e60c236f9203"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"72ffda3b50301919303e061013615680"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"832642"
  body.final_frame.tag hex"37235aba2c952ad092d2c401d8aab1fa"
