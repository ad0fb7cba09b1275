# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"453395520fab2923572be51b00bf4b48"
header.encryption_context.length 26
header.encryption_context.count 2

  # header.encryption_context[0]
  header.encryption_context.key.length 65535

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].key (offset 0x1a). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  707572706f73650004746573740004757365720001370001000e6573646b6974
  2d766563746f7273001b6165732d323536000000800000000cf439fd5b9fe755
  4425e4638100301ada411e027fbb18d97289af863685c69859a8e9a1c6620837
  1b33175949536fc14f2e13ccfa8c28412fee0903909d0c02000000000c000000
  0800000000000000000000000053819cb0acfeaa04aa4c9c21ffd5034d000000
  0100000000000000000000000168f9ffc8383a32da434111ec0ec4bc44cf12d6
  92fe3bca4cffffffff00000002000000000000000000000002000000048f10d4
  b2a5c8fd8b12056b7a22d48b23272660f0"
