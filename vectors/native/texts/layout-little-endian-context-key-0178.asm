# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"7b82dd3fbd4efa87cbc4dcdfb1d846ba"
header.encryption_context.length 26
header.encryption_context.count 2

  # header.encryption_context[0]
  header.encryption_context.key.length 1792

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].key (offset 0x1a). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  707572706f73650004746573740004757365720001370001000e6573646b6974
  2d766563746f7273001b6165732d323536000000800000000c06cb4980e50792
  922c98e7dd0030f5e1a756b414c178ee9ade3516f4e78932a53f1342693f125f
  7156af7f1306361022769a2ed46f115e1c6361da786c6d02000000000c000000
  08000000000000000000000000886c8e52ec5c330cc5040852e02d0b89000000
  0100000000000000000000000119749bcc7c18720a63877a359869b355b3b459
  3ac15626fcffffffff0000000200000000000000000000000200000004339351
  bd7e72ee1233be84c198b6f9319f505b32"
