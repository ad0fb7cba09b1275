# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"46c233e41747e6a33bcc23135eb52a34"
header.encryption_context.length 26
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x14). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0004757365720001370001000e6573646b69742d766563746f7273001b616573
  2d323536000000800000000ce32db707bc0262a079db8c400030f828cd958b3b
  c225804ab282b2abe14e6c34bc02785d115e4d1ca2655da25d84219d9ad388f0
  30b3d246a423e847b20a02000000000c00000008000000000000000000000000
  b3057a603a5d6bf39bb078c77cffccb800000001000000000000000000000001
  f40b686849daad350b8875e23d357cddbdd66b36f92ca8f8ffffffff00000002
  000000000000000000000002000000040ac7f3722a2dbd8f6cfc5a38cd867a33
  4ae2631f"
