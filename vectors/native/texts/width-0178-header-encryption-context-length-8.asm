# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"bdd125436f8e307f0b5b126cebbdb342"
header.encryption_context.length 282
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
  00000c29daa45d45cdc0851ebc8b4700308864a85ed8827feefc42f3c9c371d7
  3a51ac07f774033b33d612787a02d225f9010cb9f088ef038eb10c259b373131
  e502000000000c00000008000000000000000000000000cc0c9d13877bca6f22
  08c2ffafc8b37c00000001000000000000000000000001a3961f730494ad3031
  829c3453bb4a26566dad4b238ff949ffffffff00000002000000000000000000
  000002000000045e64d3da993ceb613e33f8dfcc9456ec6cdb73f4"
