# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  79f25574988a02cfa3baf471afe5c6c42c8300e4b722223d986e5d90e14fc916"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ApGEVOZdZ3wG6gEXhZrh5hKXQiWMs4X27mC58UFDs3brAr6GsAAyKQEOB7TPTPcjgA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vector"
  header.encrypted_data_keys.provider_info.length 29440

# Not read any further: the bytes end inside the key provider information: 29120
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0xaf).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  1b6165732d313932000000800000000c2a7d4e8dab0c6b9dbd907f9b0030cec9
  6a5014e7db29b01eda239d50cf0c16ecf6f5d7c2dd4d5459a38ac6afdf8c8bed
  df8e53bede359b43e3db431281e10200000008d035cdf7dd60078da704aa942e
  032571c8d83a90e277751a7ad8a0fff18db436c7a53eeba1eaa2a662013ee492
  2c5b2e00000001000000000000000000000001cf4be03588ad9cbd852a6e210f
  8d996e6c9bd5df4b9ac676ffffffff0000000200000000000000000000000200
  000004ba03029df48d9cebb664f9c1553ac69e980e47820067306502310082da
  00a8686e500f4d288b41cd0440806b0e9e6f9f6abbc6e0fa29637f21d356e84b
  a0a93cd31b25b62019d9e42b61d5023061337cabf33a080de148ed35d831c8dd
  7e722f6a2cd02d1a2e56a3fb8a4b4804c00c31e4d28bf61b672b52237eb7f8ae"
