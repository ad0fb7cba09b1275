# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"71821da7e222f99fe7d79bf708031cf8"
header.encryption_context.length 27
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
# contents @ header.encryption_context.length (offset 0x14). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3235360000008000
  00000c22fabc81f0e48b00d0c752500030d4714ad8389be242c15ae0175fdd72
  6127f6fc800429e1b817231b87edd2d62f3bf2c68d3bb6d35706be7361fcc540
  7e02000000000c000000080000000000000000000000003e2a697ade98d23c1e
  b468460e1d756300000001000000000000000000000001d65502b155b2a44204
  89299d7f5758e5aa4d6da69e6ddebeffffffff00000002000000000000000000
  00000200000004030cc7b32b672cdecfaed1044dc240c110843d07"
