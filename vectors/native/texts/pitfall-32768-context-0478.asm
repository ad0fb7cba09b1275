# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  03ff86f4b8292023b586dbed9a11e40438b304a0a819d51aba160020dab63fe5"
header.encryption_context.length 32768
header.encryption_context.count auto

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
# contents @ header.encryption_context.length (offset 0x23). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3132380000008000
  00000c8af6bf02adb0d450c25078ed00309ce479ea7df9158254bd6f402ad329
  c6ce4bb210f9af2a45ae8d0814a4d0a49ecc2c3e09edfc5137dcb8722e27eb42
  d80200000008eed9d90ba1ee2734fc6a4221486a21f87d92e94bd7927fab0be8
  01dd211626e605852b5e5998bd82cb80903f0aeed64f00000001000000000000
  000000000001d8a9f38cfe05a350ceeee921248dd2a0cb014d02aa86e3e7ffff
  ffff00000002000000000000000000000002000000046d21504708eea3452bd7
  decde88489275462ad06"
