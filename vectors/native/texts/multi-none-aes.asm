# 366 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  1705e5fa45696e9c6b34462d40d4ecc878bd8387d6a201095f8902af93e1e1ab"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cc7734e7ee958f8294770bdb8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    df67917237b8346cd64f3e92f885fa8a4a0dfb44bbca12fc7779032b44ef235b
    64e18fe57eba4a4c13a264c9443a03fd"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cc7734e7ee958f8294770bdb8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f3f43c69b0af1d6a2fac6bf0f4b8efd1f641a4744d51cf831216aa7b32982e7a
    6e9ec14bd2deb10829981cd181acb709"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d204c7371f53b840d6fb2042ee5255119f192305054e416d1740cd5374090972"

header_auth.tag hex"55c14228465280a352be3f5eae678c13"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d4b990"
  body.final_frame.tag hex"a5fb5d63d19cd1f0cbe2c2dd98bca968"
