# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b5bc6b7e0d8e8e5ec7dc4f82df8cc20a392c661bb806ff1e4f19d40a61e2505b"
header.encryption_context.length 26
header.encryption_context.count 2

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length 1024

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].value (offset 0x32). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  746573740004757365720001370001000e6573646b69742d766563746f727300
  1b6165732d313238000000800000000ce72afb666f051a21e86cf4950030be08
  a0529b3aeabad5244f6ac8372075e14e1e9dcc80d1b96f67fc9b06bbd13c030d
  7af4e138f9f0c2ef01cbc03184710200000008efe2139a75e9c9611602893339
  a71c8ce8aa78e7eaf272d66839dd4fc90c82a3cea55d54518160e74521645f13
  027ccf000000010000000000000000000000018429810b86ed6fc7a3e4a4ba86
  27270ce1fd39de72366b43ffffffff0000000200000000000000000000000200
  0000045734f6b5c52f8a35e7aa50ba709b78193d197a66"
