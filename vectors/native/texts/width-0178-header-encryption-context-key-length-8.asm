# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"2033aea70b8e9e537e79b53fa73daa07"
header.encryption_context.length 26
header.encryption_context.count 2

  # header.encryption_context[0]
  header.encryption_context.key.length 263

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].key (offset 0x1a). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  707572706f73650004746573740004757365720001370001000e6573646b6974
  2d766563746f7273001b6165732d323536000000800000000c88f5e798d6c333
  5dde2921c10030d6ee60233cb4331d9364854cc98ad7e6210df418d1dd765f64
  1550abdbe969465cbc366848ed096c03b15277223d171602000000000c000000
  0800000000000000000000000076b314c4fbad75919d2dad3c2444bad5000000
  0100000000000000000000000164a4640157a35a86c7799d3cb1cf3f1feaa22e
  1d2bd2410effffffff0000000200000000000000000000000200000004db8545
  4fef0ea00be3a6e5f3a1676f1a16f78d30"
