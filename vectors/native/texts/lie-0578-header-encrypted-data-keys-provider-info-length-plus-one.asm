# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d73765895839e6d16f0b3d79b459d938f94d3bfa3a9bb034ad5d796282310abd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A59S1Zlgq4t4l9KOcrDnXwtB8hZz7lK+ytV337UUFDKiCsNOy9ibt8Ys8oNEcpEebA=="

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
    000000800000000c60ab0c9e481f064b26b420b500"
  header.encrypted_data_keys.ciphertext.length 12366

# Not read any further: the bytes end inside the encrypted data key: 12077 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0xce). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  ba55c9274e7587fad85c99c999ab6737e2a3b8fbfc08f38420875575fc3c632d
  1f86769f9263e7d26460c9574178ca0200000008b955b9731616131768492711
  8b3ec8c59dce49b49ff955c4ab772ceacd94ecf9e218e0e230ea8c621f2b0443
  ed29eb9d000000010000000000000000000000013f62e1609a726417f550d494
  15323b94c7fc295c14c0bf69ffffffff00000002000000000000000000000002
  000000048275fe59fc3ff82acc23ddbc678c77a67f148c3c00673065023100e8
  fd3ed90144f7028dea70c54b4d7bb624cac6ea6d7da653247be222be79f403c4
  e229b914d1d6a4554e113aac44196802301ddaed5b9f980e96e779a9100a3db0
  94c580926d7949c0dbf813deaec610168256b05030d2a2683b1daf3482bdb010
  79"
