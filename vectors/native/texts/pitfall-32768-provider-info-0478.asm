# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  72d1499e52f2b872b5bec5e599d0d1ea59ff2b70eed1a654380cecbe9180ac80"
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
  header.encrypted_data_keys.provider_info.length 32768

# Not read any further: the bytes end inside the key provider information: 32554
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x53).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  6165732d313238000000800000000cc212b03fe421b68d0adfac1a003003f68f
  d993bb75613777a6e9a807ac05766c0584c6baa8072193e14044ac35bb751892
  8019a2502c5b2ed14297dd7ab20200000008d9edfe12e87996665090dd3a4722
  3d443deeb8ef4bdd4b233fbf474327c15f6dada97f313b4c056ad01cf724b5ce
  497100000001000000000000000000000001d74e98413884052c37cfaa2dcd0e
  5b94e25512ab0303603affffffff000000020000000000000000000000020000
  00049f9f7b38b31e76df35f0328c115568a6a27f6cdc"
