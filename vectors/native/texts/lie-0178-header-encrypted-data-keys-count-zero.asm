# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"29903d1b74c71ccb60f3c127d59409ff"
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
header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0x32). Hint: The header is damaged.
hex"
  0e6573646b69742d766563746f7273001b6165732d323536000000800000000c
  e48defd0f91ad20679dc947400304396b7cab414dd942bfffd18567a070c7a77
  444745c9c3cbbc100d70aabebde1975b93b2c49a6a234906270de119e28a0200
  0000000c00000008000000000000000000000000841227787b719cb4688fb765
  372c411900000001000000000000000000000001f4fc373dcea3d2b8b828178e
  39e5a3fc8c9f950bf47eff83ffffffff00000002000000000000000000000002
  000000045feaf99bb28361c4f7fba5436f0a3b9d06bac992"
