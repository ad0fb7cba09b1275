# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"be94ebdef771cb628840665850aeb02e"
header.encryption_context.length 26
header.encryption_context.count 2

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key ""
  header.encryption_context.value.length 28789

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].value (offset 0x1c). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  72706f73650004746573740004757365720001370001000e6573646b69742d76
  6563746f7273001b6165732d323536000000800000000c28e12cbe5bb1257e91
  e7766a0030a915ae5c2e76a5a3369383518b88f8fffdbfea4ae095b4efa8f94d
  7dcedd4ab1d4c0ecfb185eeca0c5d37ee0deb842d702000000000c0000000800
  000000000000000000000011d2bf4cdc79073d8e30134ceb2728460000000100
  0000000000000000000001f4958ddc354b106bc07738f40b4e3c5cf1828097b6
  ce516dffffffff0000000200000000000000000000000200000004317e0057c0
  fe35795b01a960218010480ddb0873"
