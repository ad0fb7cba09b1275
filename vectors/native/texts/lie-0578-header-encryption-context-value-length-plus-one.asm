# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  73a609528f44c2d30b28c03186a281f56b587250c1218a8a0b64efd8a2530d25"
header.encryption_context.length 119
header.encryption_context.count 3

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Axdywrp8d+MaxLDyfrJDUtjxPztkxR1ikXCXef2fjmT5q+UT0uN9TbparaJeS/8Hrg=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test" hex"00"

  # header.encryption_context[2]
  header.encryption_context.key.length 1141

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[2].key (offset 0x96). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  7365720001370001000e6573646b69742d766563746f7273001b6165732d3139
  32000000800000000c5ba39d992172c14694938971003055dd3dc851d4dc6012
  a832fae809e3dfa47087ff47c066dc62753a18290fd700baa928bd4f429ca33f
  93c024607436e302000000083e29ac453d45757b8a763b15db1a262caff083a4
  a6e0e46cf1ee0bcacb19e60da9a454b382ed5086bd63c5a17fc7681b00000001
  000000000000000000000001a445b185edb8adbe253d0c731eb896f8b7ccc359
  6c2d3881ffffffff00000002000000000000000000000002000000040e768c50
  8f855a01902205887a1fff1ed07b8fbe00673065023067d966079bbb5b6c4ff4
  4612f0c7b8e79316d662ff90b2a20bb51475d6526cd1e0841e49aeb8f44887bb
  3fea2f314d8c0231008ef321915938520f108a6c1e5c7f31f67eb10405499c3c
  349be325ba99af0855ffcc5adaa81e658bc8d55345a7e9251d"
