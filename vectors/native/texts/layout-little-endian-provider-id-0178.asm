# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"e47890fe9888e9db17e148f85f63140f"
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
  header.encrypted_data_keys.provider_id.length 3584

# Not read any further: the bytes end inside the key provider id: 3369 more are
# needed @ header.encrypted_data_keys[0].provider_id (offset 0x34). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  6573646b69742d766563746f7273001b6165732d323536000000800000000cbd
  a7d58f6aec467ef9c57d650030ddcc3e4492c5eead93be1abec0c7e4ab4034e0
  61541b47d2f0679b14ea9f9a5509759d2ff82c9b1b4187bc20840aa129020000
  00000c00000008000000000000000000000000a3931a90a16a3dfbb64e36431f
  0441d900000001000000000000000000000001b56710c6108d0fc687ddb6c251
  cd5d232496b8b1d88896fbffffffff0000000200000000000000000000000200
  000004e2d0ff095451e8a857040780d6b2a3381be74023"
