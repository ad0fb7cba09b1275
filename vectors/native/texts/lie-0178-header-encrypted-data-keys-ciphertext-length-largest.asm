# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"2abf4882ebf9923f83093db9d7ba34d1"
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
    000000800000000ce1db5663b2c309db950be549"
  header.encrypted_data_keys.ciphertext.length 65535

# Not read any further: the bytes end inside the encrypted data key: 65365 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0x61). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  f088a7fd3ceb294730e9f7af981dfac1c575a818c0762b347d7e76803ae872fc
  427ce8a5159bb9085176e03e6b7ba7c902000000000c00000008000000000000
  00000000000022479018663b4616e74cff5894345e0900000001000000000000
  00000000000160f81e6eb3763aeaffc21b22c4513ef9c88d08997f5ed12bffff
  ffff0000000200000000000000000000000200000004fc99b3fad5d4f6336a47
  6bec019a741358f3f045"
