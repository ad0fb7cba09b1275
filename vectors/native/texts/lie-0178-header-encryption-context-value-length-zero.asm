# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"eff8ebf80a06ea380e364b1718b5e271"
header.encryption_context.length 26
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
  header.encryption_context.value ""

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x14). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  370001000e6573646b69742d766563746f7273001b6165732d32353600000080
  0000000c82714ebbf05f8617d9f5c79e003083626762748e6c13128a7ab97902
  8413dab64c41fa6027081f7cf7e1bae026f6ea2808b5c46f97a2fbbf9749b0b3
  027c02000000000c00000008000000000000000000000000c950e790fe9759d6
  43057b26953381f5000000010000000000000000000000013e5a96b926c3a02d
  cf9e4ec0cd80cf78639547946523827effffffff000000020000000000000000
  0000000200000004bffe7983d6cb345d75f9add62e2a5ab931dead9c"
