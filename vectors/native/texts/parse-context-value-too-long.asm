# 322 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"2eba24087145ea8cfa478d8bda3cbd6e"
header.encryption_context.length 41
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
  header.encryption_context.value.length 65535

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[3].value (offset 0x3b). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  626f74680001000e6573646b69742d766563746f7273001b6165732d32353600
  0000800000000c755f4c3b083aa6822a1116a10030baf8f0c089495c7399c7c7
  dd9c17e06af70ed9754304a2ba103d5c9ffc142dbdf0197d621aaca089f939bf
  79bd922f2a02000000000c0000000800000000000000000000000042bd91f46f
  abb1ccf855006b07aeebb90000000100000000000000000000000161954cca6a
  bf2efae87cfb0b367b12aaf6be0458ce63394b00000002000000000000000000
  0000024477a878dccd09731443252bf9ac743d649d8ef347c6e06effffffff00
  000003000000000000000000000003000000043d79e655a6ac7226e3df77a43b
  2ad0cde9d9c878"
