# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"12f3fa03d54c4aefa61223ee1b203c2a"
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

header.encrypted_data_keys.count 1

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length 270

# Not read any further: the bytes end inside the key provider id: 55 more are
# needed @ header.encrypted_data_keys[0].provider_id (offset 0x34). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  6573646b69742d766563746f7273001b6165732d323536000000800000000c52
  49884a0a8c4715c7253c4d0030bf4b59c5722405b89955737137ed48957ca2e9
  11ae8c29dd4181620b89d40be12af4c23fef7e3c817a83a6257e551592020000
  00000c000000080000000000000000000000007362a128c564ecc193bd36fdb1
  9714bd000000010000000000000000000000017cf0ded8ae2f9f1d5d86c8d463
  b14e232d9bc87e3c834153ffffffff0000000200000000000000000000000200
  0000043a85420ec12710ff272ca1c5aae112d51021fe8a"
