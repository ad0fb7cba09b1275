# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"fd7805b5f0012160f39f1bdb0c493aa7"
header.encryption_context.length 65535
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
  00000c033f4d45880ebf1f4397542200305fec8b92bf7079c059a2724ee2667f
  bd86be97c8af538f428dd99d54b7b0f4e7464a7ad5563fef66734ec217578840
  cd02000000000c00000008000000000000000000000000faba93ca216e2408c4
  82d359f5b4d0e500000001000000000000000000000001006a4bd54132e4816d
  c8b0d79c825d7b0a9654d4f674cb36ffffffff00000002000000000000000000
  00000200000004fc4679f2883b66fe4226ea719a84c21182f06a1e"
