# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cbb546307b49e764f13029860c62f93a52a5e1b31b41c61e5a09492939817d59"
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
  header.encryption_context.value.length 257

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[1].value (offset 0x3e). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  370001000e6573646b69742d766563746f7273001b6165732d31323800000080
  0000000c90d28ef7735c1c17e8da81140030acd8ba3e29862326631d94293471
  85f6b78297603b55340a562b139a796264ade6ca3e980f158b0472b2d440e2b0
  11970200000008a4a48380560445d8fb4400619a2b62e0b8338d2f481ce27fb8
  7c2d38265263c5f66e6351683f7575f68107a0cf7cf271000000010000000000
  00000000000001b867a135c3538c9004d17b9a15d6545864dfae7779120259ff
  ffffff000000020000000000000000000000020000000412e5c00ea88de34377
  e765cd7fb9c932734b33a0"
