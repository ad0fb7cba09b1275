# 266 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"
  e74429934f777a105f37b0840aff6bb2001a00020007707572706f7365000474"
header.encryption_context.length 25971
header.encryption_context.count 29696

  # header.encryption_context[0]
  header.encryption_context.key.length 1141

# Not read any further: the bytes end inside the context key: 916 more are
# needed @ header.encryption_context[0].key (offset 0x29). Hint: Fetch the whole
# message again: it was cut off in storage or transfer, or a length in it was
# changed.
hex"
  7365720001370001000e6573646b69742d766563746f7273001b6165732d3235
  36000000800000000cf42724ba92053d4e53737e2f0030ecdeef44e135becff0
  082e3f2bc16a38a679a29131996caf0b2efda26dd6db2927094afd9d9a3b5049
  3a747c0f607d7702000000000c0000000800000000000000000000000086528c
  efbef4cfb87123df849467de9c000000010000000000000000000000017c42df
  f9a11ba71a50253203831c55eb1b843b57b2de30cfffffffff00000002000000
  00000000000000000200000004ce7e6144516d1ac9087f6a2b09f4bc3b33a132
  48"
