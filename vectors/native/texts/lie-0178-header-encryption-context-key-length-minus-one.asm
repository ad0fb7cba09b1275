# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0159b56112deca4a025b60f66a861e78"
header.encryption_context.length 26
header.encryption_context.count 2

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpos"
  header.encryption_context.value.length 25856

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].value (offset 0x22). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  04746573740004757365720001370001000e6573646b69742d766563746f7273
  001b6165732d323536000000800000000ccf40f35ebd32d3e3721dc1a30030da
  79f06c98618ebd9e74185fb2096a903f6a94c1c83beba48d1abbb93d93d03a06
  2be6101c6282e1742e921b99e2826f02000000000c0000000800000000000000
  000000000095b511bdb3ba32353ccb3c616c04335b0000000100000000000000
  0000000001562857c29b8c1142d8e29232bea4087edc378603f5f70cbdffffff
  ff0000000200000000000000000000000200000004d8cd962e3261c47752ff0e
  4e372c9e613f4ef5d3"
