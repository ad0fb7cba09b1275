# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"5615f2099346f3a0fb03dab09c418530"
header.encryption_context.length 26
header.encryption_context.count 2

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose" hex"00"
  header.encryption_context.value.length 1140

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].value (offset 0x24). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  6573740004757365720001370001000e6573646b69742d766563746f7273001b
  6165732d323536000000800000000c3eb4d1c435ad8f3fd4f6c4da00305340a8
  b1ed96e1f989dc12aa14dee1fc333535dd2c00bde5e7604b66e46c71b7a6218a
  04dc08d861429997a9d3c815f302000000000c00000008000000000000000000
  000000084c2d8d9ad30e04a9bd331c5532feef00000001000000000000000000
  00000100c84a3d722394dea3eea091c4b51b59c83aa2a89b77a2c0ffffffff00
  000002000000000000000000000002000000048d66f0fad5282fd15ef43df24b
  d2ac78833c65a5"
