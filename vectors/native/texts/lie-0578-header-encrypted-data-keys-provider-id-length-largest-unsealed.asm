# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  1015542a2e168938ed8c3b7d9270db4045eda36176df8cd90a83940030310c56"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5Hb5zxAgqwwwE7lfJ5jw2RfNHQWHQQ/LrFUdfB50bQVWZqOCbKl7bqBgqRPPHxivg=="

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

header.encrypted_data_keys.count 1

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length 65535

# Not read any further: the bytes end inside the key provider id: 65200 more are
# needed @ header.encrypted_data_keys[0].provider_id (offset 0xa0). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  6573646b69742d766563746f7273001b6165732d313932000000800000000c11
  dbe3560003c8ccc94addfd003019489dad88a2b5ad45e32ea999d4dc4552157e
  9526e1b7aae00046ffa72c55ba107a228e54a6eca1ecced2d3e83fad52020000
  0008f6b54dc7e52ba746ccd653de995f591181de0be74e12719e192309db3833
  4c2b445a29659810ea198a1ccad2651012330000000100000000000000000000
  000134c27d6a8d3dd35bbe6d4d6b28ab56d7f07a012ca34f04bfffffffff0000
  0002000000000000000000000002000000048a5caf657c2c63a735e0a4d71da5
  b606c93841420067306502301fad305ef70950cb2b000b761d60599c03b2b8ff
  e2153a1e96c4ab29d6454c4c0358c2681d96c5cf60a9e2482dabd743023100f4
  67e7ff27feefa7042428b93c1ff0a1f856799e0d1b09ee1a394d9fd154a29aca
  421b6b8cec6aafc671be504b0ac6f4"
