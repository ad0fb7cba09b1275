# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f1392ff6ab5eba80eaf01a441ebebb89919f7bee2d0642bbe57f0e9abd14e963"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AoTbYkCzgNARKzL2oxTNUPFcVD8yGxtESPkpNa5D4JXyWiWjwoCyIZ45FgrH+59hzQ=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c575fbd3fa3981534c6b268"
  header.encrypted_data_keys.ciphertext.length 31488

# Not read any further: the bytes end inside the encrypted data key: 31197 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0xcc). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  30548e480636ceb691687af5de8e18656e328fe5c9e32f6fcb1075cc764bcb51
  b36a7571cc38f2a8b64931539eab20cfba02000000080a9255ea26d31e5b73c7
  550304ede83f84ce9af27b1480b36b0d8da3aadcf2d161c8262e753e3bdf771c
  b7bb4d59ac2500000001000000000000000000000001d63c2d8a9773c5b4351b
  793345ada1c1c3feeb54ba2bb643ffffffff0000000200000000000000000000
  0002000000046ca9d0c631481fd8b1c30545a69203d1bc8d25b8006730650230
  1fa8e09acb6b1a5d229141756ce3cc4ca59a50836e74e110c8247986bfa1ca9e
  c961ae6fe1e1e293e61f12abe0fc6d0f023100b1d9662257534c3d4261979593
  1519fdb662de9e539a1de4ad02ccd92d37caedba249a7a25a511ebdbe5368c53
  8dc83d"
