# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  578adefc3a9999fc2ed1f681bef8709f15a9dc2008f2c1d185d1b09a406fb6c4"
header.encryption_context.length 27
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

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x23). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3132380000008000
  00000c42fa1c82dfe72b338df64332003046cf7e603bf8ec6fa4415444ef9277
  a468123120c8ee82c48f59974e1941c1e473264f8e89642dcd49349682a13476
  5a0200000008e8aaed3c55e2f3bb4a2ee46b3c10ef0c9c05429979ba285db18f
  34ecc2c6307a67c533534e3132368d24cc230ee48d3f00000001000000000000
  0000000000010f869afaae08a68427bc0d436e45990d1b7b3ce286805f06ffff
  ffff00000002000000000000000000000002000000046d0e9e917bc381d7c8a0
  17c60a0889ad8ec82f5f"
