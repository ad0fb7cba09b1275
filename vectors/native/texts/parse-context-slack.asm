# 323 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"e4383828a95d00262ebde0c7474895f1"
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
  000001000e6573646b69742d766563746f7273001b6165732d32353600000080
  0000000cd6095e3cc6437117bf2adb9900307aa307eeabe26ace403c7c8d78f1
  c43c9cff9a70dab044e274eb3f9822366737eaaf4a33f6700d6f57866f37081e
  e68c02000000000c000000080000000000000000000000002693e71c6d3cde3a
  c9ea7428a833ffaf00000001000000000000000000000001a3221d62a13c82ce
  2083b9f37813d1ef7ecb5fff5e97790c00000002000000000000000000000002
  112dd36c08e9d037ca56a9626d37eba5dddf1ee32f727f78ffffffff00000003
  0000000000000000000000030000000438a604ed33dfaba9ccb5b7aadc4c55d2
  4a6ecc0f"
