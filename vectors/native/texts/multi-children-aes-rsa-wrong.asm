# 525 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"9ea0cc0be1a86e6072a5ac41f131d770"
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
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    81d27ad6ddd3affe07905a55213b2426ac241d04be3f981e383828a5ca4fb8d5
    1187110a69a78cd58c0080bfeb7a04dcbb066a9f310e98affe450142b94f6a7b
    6d09bb0b694f932f33c4af250fd22766d598b16bf9a03d9b685ca0c378a78393
    f69a3ca91dc07b440e28a73c1891475c077d0ad4e60a15b09293a0e2823a3aa0
    212589e8cf37a618d23c92b2f716be7d25ff1e4b1c97f460db839556e4db4cbc
    0040d305f7e8983198c647d3bf25e74c1de3ae6c9bddf40ae345b215496753b7
    c57f6a1d651530ac7e8a5b659a051e7066a1d9178aa8b44834fb895da35a5ba0
    e608aa35029e20e8e4fc2fc22e0fc2a40285d2e1b801fba9da2e1f81076f963a"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ca4f741976154cd5a1c391fa5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b19202eea64ebb8e2e9759b992e7440f3cbb4a4011a4e4f7903b366cf927d4b0
    8eca4913b7b9500121b9ac5d04cf7e69"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ed1e6704bf92cb7e3221e51051362a89"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9b075f"
  body.final_frame.tag hex"c3970d60d511415d3ef3bb287435da67"
