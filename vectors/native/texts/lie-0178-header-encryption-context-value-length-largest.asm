# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"710ffea6a44e7e308dd34f228c4accf9"
header.encryption_context.length 26
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length 65535

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[1].value (offset 0x2f). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  370001000e6573646b69742d766563746f7273001b6165732d32353600000080
  0000000cd0a6b032df35a8108bedc3ef0030b81c360c5689631eed480985d24e
  3cec88f8d05031cbfd67e6ea339193171ab0dfd4d6ed9fb8f01551b5f77eb942
  b4c202000000000c00000008000000000000000000000000e9052f54339dbbe9
  2764eb11153620b500000001000000000000000000000001b68ea0b2729d7c7b
  1c522c67211da2e8fb93b49da11c1f43ffffffff000000020000000000000000
  000000020000000416cb0f8a18a38389b310c13ce297d59526ce2af7"
