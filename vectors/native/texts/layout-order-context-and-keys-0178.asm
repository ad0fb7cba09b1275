# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8d5ee1fa2ecde0679b14d315755d5ed9"
header.encryption_context.length 1

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.count (offset 0x16). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  000e6573646b69742d766563746f7273001b6165732d32353600000080000000
  0c279ef8fa4ee94b1b5d350cfd00304c44c7d48ff0e8da5f97870d7fe6a5b703
  4a3827254b80c8a2f9e27f4bad8763cfbf76e48dbb181356be9e000ba402ba00
  1a00020007707572706f73650004746573740004757365720001370200000000
  0c00000008000000000000000000000000958582d2122491b35d2d1000e69e7f
  a90000000100000000000000000000000146d6592d7b1ee26dce2e889ecf1f12
  5dff1ea9b4e6558a5dffffffff00000002000000000000000000000002000000
  04e38a0110a382b40f92c9908a8b2dc5afaa764ad0"
