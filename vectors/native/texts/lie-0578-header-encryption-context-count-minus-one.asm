# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f3d5d3ae1c240ea7f04107ce1fe852eedf8f34b7923a2b5a08dd6137ec246166"
header.encryption_context.length 119
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Axfa6RZHVnAUxgzUAYUm98fJhLTdC6DHJBxv4QbU8vBJm2jAGJN4WBGqnr6nY1Ei8w=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x23). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0004757365720001370001000e6573646b69742d766563746f7273001b616573
  2d313932000000800000000cf40451a73774c333d8697bc300304d577eaac91d
  912e98a3ef1321acef14ef81e61fdc2ba727dfa858f00f1666d8f0d784be5188
  e12739741fd1714dab540200000008e7de42ab6e52edc22cef439cf3c40d639b
  c7fbb96cd3258ebe19f4a82c0758161de6e96e7173fb4347abf0550734858e00
  000001000000000000000000000001cf7c13bcd7057fa23adddc146c1f1dc445
  b703343fd29de8ffffffff0000000200000000000000000000000200000004aa
  2139cabf353912dae35cd5db2dad3b047f530200673065023100a2bccb948879
  4b829ea3e02e9df1ee1a0d226a35857f855299d50039f9adac93e7a8d1468020
  dffcd9049e9ae6e06742023058c8077f403167c7e0b6057aee79deaab2b64858
  fac3913d3d6a2405eb069c388ff278c70aa1884e82194bf41725ec33"
