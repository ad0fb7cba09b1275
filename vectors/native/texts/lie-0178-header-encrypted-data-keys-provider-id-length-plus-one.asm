# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"76a80bbb0720dc233aec874c67ad5dbb"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors" hex"00"
  header.encrypted_data_keys.provider_info.length 7009

# Not read any further: the bytes end inside the key provider information: 6811
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x45).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  65732d323536000000800000000c8973f71e37e4ced7ee5e7eb80030d1420b9f
  b42ab18347843b36527013e055290dd4157af529fb50e1a747bdda28c9317561
  fafa2bc640a78597d6d6bfd402000000000c0000000800000000000000000000
  00003d457b96fbb501f143180a79c457f49c0000000100000000000000000000
  00011fdbfc35ecb976a9ced9abe2c11fa8ec1a5c3687443521f8ffffffff0000
  000200000000000000000000000200000004187aba001bdea24be0360d0fd972
  aeda4669675e"
