# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"aed3b0f1d09faacc3aa8f99eb59fceae"
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
  00000c4063079ad102488c037ea8220030a9cd66919603962b6d065930182761
  dc14797daca05668337e037481a8026395e1193604d677574196faa99a6e0b65
  1d02000000000c0000000800000000000000000000000019f4671469845ef2f3
  e00410ec147170000000010000000000000000000000018fe1e6effd6e280183
  bbb9f36807c9b0359dc01011aa7d4bffffffff00000002000000000000000000
  00000200000004883e69090869f20bd4cbab0b77b9e10377cabe92"
