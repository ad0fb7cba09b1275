# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  14878c1531284bf0ea7458afa998f8a46f8107dc5a37fa5b35f05e481a7695e6"
header.encryption_context.length auto
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

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count 65535

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cd63d4453feaeb8509c489a9f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2b1e2a2f6717f20e52cfdb49b9910dfdbe146a5a1b3f33017ab1403412dfeb3b
    456709f2266940e2ec8de06009d61462"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 337 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0xb1). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  00000893c99ee7548e92a743f72c6e449d6d3161ab94fd419e63e6bb3500a4ea
  6794944abf548ebebff64c89b4bea7b13be5ed00000001000000000000000000
  000001ee5f1d6de9d1d589d38164ee3f9608b2ed2f38ad206fff050000000200
  000000000000000000000290f7b3cecc73d793c94c3583aa37df60087c33cb51
  3ceebbffffffff00000003000000000000000000000003000000046b5f90c754
  ef43ef8cfe2310b7b4ef0dce32cfc6"
