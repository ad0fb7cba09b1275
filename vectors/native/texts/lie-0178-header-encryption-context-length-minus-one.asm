# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"ff943f50cc886460fa263202ad39f13a"
header.encryption_context.length 25
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length 1

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[1].value (offset 0x2f). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  370001000e6573646b69742d766563746f7273001b6165732d32353600000080
  0000000cacebdbafadce370d9b232191003046a4a68cd7fbeea86f8953dd166e
  7891bef9907721e2501d674d00e4d9251d60491caf712fbdbbdfd126b2bf1f43
  f2e002000000000c000000080000000000000000000000003d97a83c6044ed74
  52c80f3589db9309000000010000000000000000000000013edc92f88e49ba4d
  8a7ec3f405df50db5acde5eeb4c82d67ffffffff000000020000000000000000
  0000000200000004a408fe7b54b2166e56da2cb2fc3d0d200e0c5db6"
