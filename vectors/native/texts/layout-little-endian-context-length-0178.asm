# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"b1c722c84a281a892722446e5e068c91"
header.encryption_context.length 6656
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
  00000c38bb84eb04ea1c7e1277f93c00309c104a4bd3612e2bb044676d3244d3
  9d521eb0ec709ea702e048b4a0f77b4d0a73b9700b40c81ae857024dfad54a75
  3602000000000c0000000800000000000000000000000043bc67de5a95193c06
  3d2ce9700f9007000000010000000000000000000000016343bf54e7b19d0767
  1afd8f57c56be20faac6220c0d1d6fffffffff00000002000000000000000000
  00000200000004750782516e968e729d9e7207cc2ed52b4426b44f"
