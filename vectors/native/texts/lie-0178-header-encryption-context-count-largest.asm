# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3c3457fdc9af63e43e32d064e9d0ca31"
header.encryption_context.length 26
header.encryption_context.count 65535

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
# contents @ header.encryption_context[2].key.length (offset 0x30). Hint: A
# length in the encryption context is wrong: the header is damaged, or its
# writer is at fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3235360000008000
  00000c907201de5c377420920c70140030d76d530d00633c8f648ea755a01ab8
  6f289ad809f6138d7d10ae5ef001485ea68aad4a66c1c3e531fce13e8138625e
  4402000000000c0000000800000000000000000000000066558432dccd0e9d75
  7dbba1e9584b90000000010000000000000000000000018b51d1b8fab6e96b1f
  af939ec2795524c25bccb874f1250affffffff00000002000000000000000000
  000002000000048129d1b07e95ffdfeb33a926a8444c2fd95fe66d"
