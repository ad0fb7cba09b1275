# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  28d857827a9dbf2f88b7a995e9a0db92e857a19ca2aa4536fb414650c0ecd888"
header.encryption_context.length 119
header.encryption_context.count 4

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5rSs9z29QevMpNXtJMqcUhEi6OdKWdvG0WnyO+u9FPp1V1ZDiz4SX0Ny9NBVp8GcA=="

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

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[3].key.length (offset 0x9c). Hint: A
# length in the encryption context is wrong: the header is damaged, or its
# writer is at fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3139320000008000
  00000cb25ce9b0a51065b2b3bace5e0030604f575697ce85255449a67b429e90
  058aadb7362083800fd231ea43f28dc1824c57b65a08ac0e8590b3a3c1f6d32e
  2b0200000008b1a1a18c10f0182b5704b1ee0bca683d31cfe0a85052bf34560f
  334e43f9af4e3a9d72332e1ec662296b118454e3b9af00000001000000000000
  000000000001c75261299c051005a5c33aef61deb8a10327d17a1fc9a76dffff
  ffff00000002000000000000000000000002000000044a8c51220c35ac71d1bc
  822b2270576473d8535600673065023100ce6d9e41c2a572216c5cd8b28190b0
  fa318074ce178960dceeec5a3f14450da4a9d401cedd5e715b5eaa1b3865ddba
  9802302317da4c87d3f3c1610b51ee3148f2df496cc95e1b023586d2fbad1a7b
  eca4b076a69f7a0aa9deaf5c5ae4835b07f8bd"
