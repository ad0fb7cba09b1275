# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  9f67f7148603c73dabecb0a0af0241bd80d300513007fcbd1baea7d42865b4da"
header.encryption_context.length 26
header.encryption_context.count 258

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
# contents @ header.encryption_context[2].key.length (offset 0x3f). Hint: A
# length in the encryption context is wrong: the header is damaged, or its
# writer is at fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3132380000008000
  00000c996ba8524309bebacdd12f04003034edd7cce344ea2cd0e89df5ff3772
  2e3c519b2cb7f48f360672964916437e825937674a204912a0ae60d7391529db
  bf02000000083c67be379c14b7c315f7ea3c79c000b29965401ec26780a443ce
  09e40737b5d3aa903d89b134f101d0d32119911cd35100000001000000000000
  00000000000142ddaa3137bbd6660aee0c4e6dcaa7c48823cb7f2b8d092effff
  ffff0000000200000000000000000000000200000004649f450d236408e27ec3
  cfb45f24916b3878b508"
