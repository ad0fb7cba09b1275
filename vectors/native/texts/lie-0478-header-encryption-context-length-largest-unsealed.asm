# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6e7fb1b3cdee08462c2671309a70466dd30f5ec8e8eb5c6843cc2ea22bfff802"
header.encryption_context.length 65535
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
  00000cd3439575f248ed5b8bdca4ec00309998b61afd795d0d8db58527addd68
  74b105e8f6ad4c4d736bbfa4f94bab3da1c7e2fea211ce7f61eb7d7f1b2de4f9
  c70200000008bac840022b74077d026e2710704e4327c8657caf2fe849e09f81
  ae687e9241c46c7a337e6dc84dfc4b9dbe8b7600007c00000001000000000000
  000000000001ac0f95923f8da942779a5c3a0462464a01abc30520bab578ffff
  ffff0000000200000000000000000000000200000004f66e8381400439e3e4a6
  3f497a5fbb55164021d2"
