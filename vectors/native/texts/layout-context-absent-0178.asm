# 239 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"17d8db579e8a34a77f91e45b251ad613"
header.encryption_context.length 1

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.count (offset 0x16). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  000e6573646b69742d766563746f7273001b6165732d32353600000080000000
  0cedb739f0a4e574c8d456d1c000302d1f6f3767687513f816380c6d0c47f3ad
  dd0d367e3e360e407492a381501836c7cbcc22b0c1eb7d34a65c410627a70802
  000000000c000000080000000000000000000000002b9f5c72a4e822c5b07329
  4708aeec0800000001000000000000000000000001f3baa3d0e3c78017314437
  86c4095f52dd924ba33b97823fffffffff000000020000000000000000000000
  020000000495ea87f2a81bc62d197156afa67859a31283cf39"
