# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c9102a46816002e28c771d83bba4bed3c4d35cf76702fa19e0a976c86afcd970"
header.encryption_context.length 26
header.encryption_context.count 512

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
  00000c969d7436a3dd049ff8549e440030f123ce2d6a02d6932c42ae0cf90656
  210507585bb63c19df0b305907da7981a25958e6704f1bd7c8c33f9f9f16d53e
  510200000008afdde9874f8ab60652f8658b905b5d203eedcdd9fbcb28d9bf35
  a31a71e5dc391ca35d953b401e24ee3b7d8c142aee2300000001000000000000
  000000000001675fb9529282da7b0420574cb6ede3d3508ce563a047bd85ffff
  ffff00000002000000000000000000000002000000046dc4616d9cb829e9a7e9
  b49d3a98d10d628c1103"
