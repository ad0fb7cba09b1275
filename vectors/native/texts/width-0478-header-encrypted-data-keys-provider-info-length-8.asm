# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  02c22eed85c2e8e6f754092e3cf8139568cea87d374f2d6461e66ed38cf9cae4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length 283

# Not read any further: the bytes end inside the key provider information: 69
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x53).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  6165732d313238000000800000000c33bac381b2b42280bee2ef9000308a18d2
  5ac81e7b04eb4c62ec6ef16982334a314fd8e278b038bbbd215ac5c02121e309
  d68f3e34400567e210ee9b41650200000008000b345a1690d8fd803844aeecc9
  bd2c11dc3cc2a18f309e209718803f6208450080cac790d9d1935195f228ecfb
  af4a00000001000000000000000000000001a7883256163a49ab8eada222f15d
  d55b2b30b3dd2421cad3ffffffff000000020000000000000000000000020000
  00043438785bb38f692af4ce424a724985af5b80b867"
