# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  fa55404c6f0aa968a63de8c9c43cb77ae26d1f00f18c10cdc423fb180246be96"
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
  header.encrypted_data_keys.provider_info.length 6912

# Not read any further: the bytes end inside the key provider information: 6698
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0x53).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  6165732d313238000000800000000c15953bd749da2088df2516880030c4a0b1
  94983b34cfe10e49c0003b9adc032a8fbfa9441048340c370ce3daad2088dc58
  47a873ebc3d0e57892877d93bd0200000008fc992c463ea10b89c5e8bef3b626
  038e71ec7c5ba875369639fd5f88df8b55fc7263a4ba06578ebb2689ef10f37a
  5d11000000010000000000000000000000011c6b028888f646c1bf452d2efad7
  93612f05e0fe45083f7bffffffff000000020000000000000000000000020000
  0004d450759a636e3ec89b820bdade88e52fd3ee6a9d"
