# 322 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"756450b0cfec913a035b9ec5862ab90f"
header.encryption_context.length 40
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
  header.encryption_context.value.length 4

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[3].value (offset 0x3b). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  626f74680001000e6573646b69742d766563746f7273001b6165732d32353600
  0000800000000cd17711e618c0d1d25e12bc8c0030ee1d6a64619a4305306034
  7d6a1facbd7b21066c8d040355d0c0f434a1f33a1b3133dc378514062e4af5d1
  6a0d5f5f7202000000000c00000008000000000000000000000000e111421559
  3aa40f568f65c6726d436700000001000000000000000000000001306081b5d8
  a01fcc7d1016ebdcfa9ccc58d3b462a513afea00000002000000000000000000
  0000020a06fab4b9232f76d774b7c683518ea124e0d8e0465dbfbcffffffff00
  000003000000000000000000000003000000048bb685f108d148f38d23f30c7d
  7049191177b00d"
