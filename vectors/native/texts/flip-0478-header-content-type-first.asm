# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4f8fef803c311f79180e1f1e6a54ce69030201b6504aa7dd4f11b5897b0997b5"
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
    000000800000000c5b03ccc70ccec32bafa8e48a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    415c5940462b5a1243d6f0d1d5ad295467248fa18279ba24a30b95e1eeb3caa2
    ef238a9bdc86543b6eb7079e7b4e019f"

header.content_type 130

# Not read any further: content type is 130, expected 1 or 2 @
# header.content_type (offset 0xa0). Hint: The header is damaged.
hex"
  00000008c82cbd3918c236bfecfcb2021e5009783693006bd67f83d82c32cc3d
  30efaeb5eefd3648617a3fd4bbc8d66e36f68ea9000000010000000000000000
  00000001cd81ccc4579c3a537664f5b39734c7296284baedf541656bffffffff
  00000002000000000000000000000002000000042893255c633bc1010963b0e3
  4c1095f438e1bcaa"
