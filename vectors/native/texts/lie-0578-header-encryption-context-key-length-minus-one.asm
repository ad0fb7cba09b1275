# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  01e114af224ae5afc013cb688358681d0fa96d6eb9ff8ae3d08a6b1376cbcdb9"
header.encryption_context.length 119
header.encryption_context.count 3

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-ke"
  header.encryption_context.value.length 30976

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].value (offset 0x3f). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  4441756e6958576341792f417a786b755a466e32704d726b585a322b4c6a6c2b
  56684a42486e4a626c474670465a494d757055776b394d324b366d56595a4c46
  4d53513d3d0007707572706f7365000474657374000475736572000137000100
  0e6573646b69742d766563746f7273001b6165732d313932000000800000000c
  9cd66dfc507f229dc470a1a60030b7d398dc2303e7fa365c8a8846fdce52a589
  65c084c4bf3acdc9ecb217f15462715635930f384813956369a521ba09fe0200
  0000087cc81e5776356315891e7214a716d38d48483bf18beaeb27fd5e1ed430
  4f4f6a8359947b8db53ab5aa9840f2edbb502a00000001000000000000000000
  0000013899b836230e859954abf158c32af6b45d7fc197d1062ea8ffffffff00
  000002000000000000000000000002000000042d36a2609d98daa1b3a6ea2b5b
  03a97ef79b9d34006730650230048ed4da4a89087794735e772d65f0945c3a31
  9fec8b1eaef0efb62e4e4b089299c225a0f6ab03050e8c0be90f36de61023100
  97c22b672ab43910e14efe5a117bcc18b10c1aad9b88cafea2b435cc0bd73815
  de7fa49b2cb41f69cc91436a0ff49717"
