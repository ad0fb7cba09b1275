# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3d08c913489503180bd5f47555213aa162799555e075ccf7baeebffd1bcf5d33"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c7a3bbc55c9906044fd5f855d"
  header.encrypted_data_keys.ciphertext.length 32768

# Not read any further: the bytes end inside the encrypted data key: 32583 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0x70). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  2dfb08cd3b0b3c1fb7ebb8ede28dd66035d2d37cc4706df836ea68e2c87d265e
  d111b5a63960fdc45c1c74887ccd52c10200000008d55e94bedbe10c021b5c78
  80496fef6f2bc8daed4aa5aff64aa4616530b9e31a414b175258881b0e1a4ece
  fe9a4facec000000010000000000000000000000012ba2a8cb0b8a52da84a139
  7295fce3caab077bab7c438994ffffffff000000020000000000000000000000
  0200000004ec031652c6339a0392421d82c70b101f22586461"
