# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"aed3b0f1d09faacc3aa8f99eb59fceae"
header.encryption_context.length 26
header.encryption_context.count 2

  # header.encryption_context[0]
  header.encryption_context.key.length 65535

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].key (offset 0x1a). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  707572706f73650004746573740004757365720001370001000e6573646b6974
  2d766563746f7273001b6165732d323536000000800000000c4063079ad10248
  8c037ea8220030a9cd66919603962b6d065930182761dc14797daca05668337e
  037481a8026395e1193604d677574196faa99a6e0b651d02000000000c000000
  0800000000000000000000000019f4671469845ef2f3e00410ec147170000000
  010000000000000000000000018fe1e6effd6e280183bbb9f36807c9b0359dc0
  1011aa7d4bffffffff0000000200000000000000000000000200000004883e69
  090869f20bd4cbab0b77b9e10377cabe92"
