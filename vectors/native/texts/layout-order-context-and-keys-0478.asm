# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a411f6d57619305085b9656b76b31e155aeed05e315506389b55daea010ea903"
header.encryption_context.length 1

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.count (offset 0x25). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  000e6573646b69742d766563746f7273001b6165732d31323800000080000000
  0c4c3d02afe88edc08508ed9f8003069f60a3555f0db0abbf4c6ac598dfc2c5c
  1667b25bc1b289b25d8ed548401db4ec0af8269b96ba0c40be70ab1e2a9fe500
  1a00020007707572706f73650004746573740004757365720001370200000008
  46228f803eff26fa53a557226a6f3b49ae3b6872f411c42f2736c2c288501234
  62df1c3c37a877a5263158bdf112508600000001000000000000000000000001
  874fc6de5a93c147ac0d7013970ecdb08846e3f185f9f419ffffffff00000002
  0000000000000000000000020000000456d726464d8ef9e41a0e7428f18d0b01
  17d69a34"
