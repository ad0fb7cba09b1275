# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  3e0666a8258a9a72be4ed13259ae8f975671c454d6e178d4941428d9de8a79a4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ahgx7/YVH3dAb6N3GUH/nEZ+gSxhMIfFhcHLNhrq42juTFNZsf5wqZQzLxvKYUlxWA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors" hex"00"
  header.encrypted_data_keys.provider_info.length 7009

# Not read any further: the bytes end inside the key provider information: 6691
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0xb1).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  65732d313932000000800000000c473610eab9a98bb0047edbfb003042f34299
  55b2b89a30182d2146560316435102f348c6a52798b3bd10a30099fd6a79d48d
  0e0d824780529eebefb4a1160200000008b02c62390a21ad279d588576f08139
  7f79ef69ee47b0f9079365b7d431c3bc1d5f3744e7f2eacd8358e8a565c20b9a
  1600000001000000000000000000000001b869e291625a75452325a1bed4d1c8
  17b998d2b8eeaaea37ffffffff00000002000000000000000000000002000000
  04da8c1f9142df5ec3bc5cad2665409a7febc0b08300673065023100adfa65d4
  da9382f4cb8d5885ef4747e91b37b6ddb141a5a74ad09d892d96f7b9654d3758
  bc9a84d5735c0df1bbeacfa4023015a3009eda9b7b19a106c42c89cc02f8fcf1
  fdc8fdce35eb54ff8c598d8b99349e94def78200752120991fd89c8f7870"
