# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  61e18e8481e20dad6a22abba5fda50e6e2bf185a7c76e06c7aeae66aba6cf168"
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
  header.encryption_context.value.length 32768

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[1].value (offset 0x3e). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  370001000e6573646b69742d766563746f7273001b6165732d31323800000080
  0000000c0532583eb83d8dab35258bfa003085870afd91da684d5239a2d2ad06
  b1070522196b06b418716b2d59a420f21e6eb87610cd3af751d6217d4331dccb
  6f08020000000865644634205120e9236d39e2e2d06a197f5dd0d289d254dd78
  6879d04ff3dc379c5210fcf2948b39c42a0a93c41cd1db000000010000000000
  00000000000001d9cb5a46ae6bfbe40652afe4c4325bbeb91569aad14f1524ff
  ffffff00000002000000000000000000000002000000046fd3d72d4fe3d695e0
  af489e5defcf680096a442"
