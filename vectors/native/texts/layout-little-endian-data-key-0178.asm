# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"09ba1c295d117c37456802a00fa5ae2d"
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
    000000800000000cdf1273c7543ed76d68cbb123"
  header.encrypted_data_keys.ciphertext.length 12288

# Not read any further: the bytes end inside the encrypted data key: 12118 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0x61). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  baa2b59a66351b9faf11a03c26f9d002bb3e605adc3fbae6486abccdcab5d16e
  f5fb48de8433c4a327f7869f5c9d774402000000000c00000008000000000000
  0000000000002f64491b6cc8602df5d5a9e3099b423000000001000000000000
  000000000001f493aecb2c007233c1715e2af67bb30b6551f7628c14e0f9ffff
  ffff0000000200000000000000000000000200000004232b046b44494b0ef98b
  416cc41265cb528694f8"
