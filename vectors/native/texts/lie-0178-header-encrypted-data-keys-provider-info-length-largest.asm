# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3e6731d3d234de3cd79a39c8c9c69392"
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
  header.encrypted_data_keys.provider_info.length 65535

# Not read any further: the bytes end inside the key provider information: 65336
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x44).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  6165732d323536000000800000000c127ae960c43c68f4830d35c50030f44a78
  b79d104fafb64711878c6ddbfca5d28c71186c446013eacaadefdf104da73227
  d36aa002e1c8b94b546774722b02000000000c00000008000000000000000000
  000000b9bb49719ae1af28aca1ac2a17d186ff00000001000000000000000000
  0000011f7bce0157377b79a4d8146bd6d4347eb72c7622d310d653ffffffff00
  00000200000000000000000000000200000004a1b22738daa95ffdde0f8af0f6
  73d6a0833e9e2e"
