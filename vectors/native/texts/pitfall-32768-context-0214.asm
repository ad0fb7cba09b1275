# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"e5b1caf998c5d776f7f58e30c27f683e"
header.encryption_context.length 32768
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AioJBqfHzijC98oeX+3jMnA1WFafT+m4mnrEUBZ5YsFv"

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
# contents @ header.encryption_context.length (offset 0x14). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3132380000008000
  00000ce8ed4a4e10965a69e8ae2d1d00205e184e9da31b21174542a10d70c660
  2410bb0d2b2ab0d659b85129a43b41d60802000000000c000000080000000000
  0000000000000096cee279662c6959c6f01df55860fb35000000010000000000
  00000000000001711de6aa3e535b99810f424dabf773b631a0a0869a3d4ef3ff
  ffffff0000000200000000000000000000000200000004aceca46dd698c6c196
  890f4aaaa963f2ff76061900473045022002b22deff7d905a571415579cd1c81
  4f6858704a7ce0f242c8d5394c1cf89594022100edb2413960db5f4037427a66
  190515476e48816444f49c6f56909f6de3f4fdce"
