# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  64669f6428bcd2d1450175ad07900195ceac4d27c4382a27c975ba398ab0aea0"
header.encryption_context.length 119
header.encryption_context.count 3

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key" hex"00"
  header.encryption_context.value.length 17473

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].value (offset 0x41). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  2b6175396b3838585a416e57326d58415677757543794735545357373665594a
  564c5131597255687065774a356444673539454333644768773548776d6e5077
  513d3d0007707572706f73650004746573740004757365720001370001000e65
  73646b69742d766563746f7273001b6165732d313932000000800000000cb05e
  b7e71b78a948ace89c84003048da96a0993057aa87f7c5ba7b75ec6391250529
  411fdcba7bb0801fdb496e632ce7e997706391e0761cc324cec4412d02000000
  086da4c927637352be9d57b7ff99b96ddb3c62542af9cd1238b4fce0ed07c050
  a93c9fabad966672ac2069bf0ad7dd7abc000000010000000000000000000000
  013c4c4406e7eb32e66a365f5e55e60509efc12f9a33a4df8affffffff000000
  0200000000000000000000000200000004486a859f93be9dd603cbf419d87a82
  d47e747aaa0067306502310080d7e7432b8f35f2583d858669e7c9823f22276e
  e2c9e52fe9b642d12d126f3bc826f5d3a6fc20b50135bc922d3c38810230238f
  02bc385edc4865cfab10e487146ebcb344cb13aedcfe07a56ab46a22a73caa37
  300f609de4c3429efa2da7eb7761"
