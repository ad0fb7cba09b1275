# 322 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"f0d11562294938acccdeabf1bf7560b5"
header.encryption_context.length 42
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x14). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3235360000008000
  00000c49046db6f7637cbd989d78a700306524e94c544d983a81f8bab97cdbff
  90608b4893ccb568a5ee31dbec1ff8011982f9596f419864af8b6b6a6c722b13
  1802000000000c00000008000000000000000000000000cebacebbf894465437
  9ea65b66f9f9f000000001000000000000000000000001d7e6f552903007dfbd
  cc4713eb895f91be17280944e2e81500000002000000000000000000000002cd
  40a544a8460223422b95e9c1f054db0af42ef4a4f2fd37ffffffff0000000300
  000000000000000000000300000004dc0a680da888e02cc714a1fa3d36b05bb2
  5041df"
