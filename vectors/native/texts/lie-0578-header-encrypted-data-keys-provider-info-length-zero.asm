# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  e17fec80dfa1ed5695a8105488e526fcc2e94005149e4f97fff56d0b9754a74d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AsmhLlJmwFA0yuCXiKnx+WCG1mritI2WYLVre7dbHfjh4jVyg5nWry1y+KG54WSjLw=="

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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info ""
  header.encrypted_data_keys.ciphertext.length 24933

# Not read any further: the bytes end inside the encrypted data key: 24616 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0xb2). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  732d313932000000800000000cb444f0195ece9d9968c21f6c003031cf7bd75d
  23ea431d3d79ccf5724fff863a1f461d9a422f0ad5824213f178e1392725584e
  e195e0d8062ebe1008b13a020000000814172f469f8c4a849193edf4b5723129
  c34dd26550f6a17451f5dcadfebb0309e4671561adcd9ac7b6441fd79cbd9920
  000000010000000000000000000000010539cddafe7ef113f3a85e1fc4807744
  c3ba4d4b3ec44c43ffffffff0000000200000000000000000000000200000004
  50ef3e4af666cdea2a99d4259c88854dbed8028c006730650230723974ed3458
  76b8c12c174e6adebd6f978f3e0911fc61a87973f804efe2eaea654b23fbc271
  64d8a893f6410e4dad42023100ba6e648fb98340d2453ea444651d8058385e79
  284cf7e3117aea9c7fa20b3a83e16c7a19eff7190e0df82a87c695fbe1"
