# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"1fdbb70b7ba1797bd4128f2020b8acba"
header.encryption_context.length 26
header.encryption_context.count 3

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
# contents @ header.encryption_context[2].key.length (offset 0x30). Hint: A
# length in the encryption context is wrong: the header is damaged, or its
# writer is at fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3235360000008000
  00000c4659b9413c43c86287ff2dd800304681f3245b375bc3e2981bb710f121
  55f1b85682e322e8b5315f7413ade35578fdf3ffd928e9eeb6beb7371cbd2fad
  bc02000000000c0000000800000000000000000000000095eeebe402a5499069
  9a080491ff10d700000001000000000000000000000001354d4e2d95e1262b47
  68358038c25b9047208e24d8a0eb25ffffffff00000002000000000000000000
  00000200000004925c9927967ae3909cee8b56c4f3b76846f35b8c"
