# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"2bbf43e0cf3fe11903b4797dc09fb6ac"
header.encryption_context.length 26
header.encryption_context.count auto

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x14). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0007707572706f73650004746573740004757365720001370001000e6573646b
  69742d766563746f7273001b6165732d323536000000800000000ca99be7afe9
  30a327d3aa7bf80030e321c045779fa33de5878478a1690b2ccd25ee2b84bb02
  891bea6d134d58a6e4db78e0c73a36a6c5cc22280b165ac9f902000000000c00
  00000800000000000000000000000045e090d2bf323306b883a368e7cc91e000
  0000010000000000000000000000016f61d4510e55f7aaa544e15b33b53ac813
  0e55a81e2777efffffffff000000020000000000000000000000020000000452
  19bc58eae4301a7043b053cc2281eaf4bf79fc"
