# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"a8e10348528514aec82fd659c48896e0"
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
  header.encrypted_data_keys.provider_id.length 65535

# Not read any further: the bytes end inside the key provider id: 65320 more are
# needed @ header.encrypted_data_keys[0].provider_id (offset 0x34). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  6573646b69742d766563746f7273001b6165732d323536000000800000000c93
  9c2f0b6f361b8ba1e45aaf00309ea367fba23f4912cf473b1c0bc56209aad58f
  7de7b34365ca76057fe3da20a396d88873c62aa7e81fdd109cfe9fcf60020000
  00000c00000008000000000000000000000000db0555c4d07262ba74afba0022
  8c9ba600000001000000000000000000000001c53a43cfe56db25a4646a2f4f2
  61d5d51dd9a82651476c64ffffffff0000000200000000000000000000000200
  0000044ec16981691835ab52d7b278ed67e6a13910b80c"
