# 472 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ca0a092767a883a5eafe330e5200aaf21bef0dc8ee39f7b5ffb892bc35b32a92"
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

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2478c39957228793538e29b41e0018d12ef5ea02b4ec7a5e115ab9f3a02d8118
    b03c663215b1b8ac3f66199ad2d627df5b3f6f4bcda8cafbd424b766ccacf70d
    a8775a3a1715966db3ced0b6eea9d970e3f77f103aa552f9cdbbd4a81c4ba333
    bee2a6b7528e49fc031fcc7b6bc71c9e9730431744a710c623492e69bcac046b
    4a31cee076fb2f2bb328474d5bb109f5d927c6c26016181295c59db662457426
    42f38aa0f90e600a81d7d789c724ae209c7837fd4ffc738f9b1c8a0a368cc5b1
    ca0b9ac3eac54b799cf7d5c323d1223949a3a0d9be00af1aead4be122c3426b5
    27780a5bc609efb14caf31064da91b453e4abc3b35abd47ddf5ebe29a36132c7"

header.content_type 2  # framed
header.frame_length 16
header.suite_data hex"
  3a151171a822707560393ef690c0617250a1103e82537dfe35e602b086fcf459"

header_auth.tag hex"4957ea3145eb2a6cd451591845dc84d0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"578d95588bf68602b9fb014729ead6"
  body.final_frame.tag hex"22bc9bc6f78a0f6ce376d5536f4ab15a"
