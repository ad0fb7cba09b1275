# 322 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"1648fac1f5d90622fe17ee99a51a45cd"
header.encryption_context.length 41
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x14). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  000261420004626f74680001000e6573646b69742d766563746f7273001b6165
  732d323536000000800000000c0158d7e7e681fae6dc3fedc00030c6ff19f284
  24bdcc897f3a6a96255444ca6a4c1678cf981921c4f206acdf7f1921857306fc
  cff0df7a5da756170999d902000000000c000000080000000000000000000000
  00c8b9fbf1888acf1835093c7fafe0e433000000010000000000000000000000
  014f975fbacf05bf8e22634f13c2de0fd63be9cbffd6fb3ea000000002000000
  0000000000000000029ee37a5159b204f31824de33d5c3dcc98a8d11ce37ae22
  5bffffffff0000000300000000000000000000000300000004a047d573059622
  568a8ac79761b62fca9f2389f5"
