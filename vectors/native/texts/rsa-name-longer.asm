# 453 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6afb1930e4dab504278906eb1b8f4e8994e6af40b4de024179d3f15a1a9aff25"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-20480"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    57eef27119b2b4779567ea1227be94a6de33c4c17f1a494382b422f2de9af5f1
    273eb164b4bacb851638506eec28124825e24179e6b5e77a9437b10a28fb775c
    2afdc6c8758d751d7b13f40b940e151c353ff9f96c9a141c191de45cac546851
    052b45ec5c02abdf5d73f8f17f3ae3d202044f403fbe1ab2a9864a615f7cb545
    081b936c36f636de4c776ccfcb37d365c00ed82bb7a303475e8651329e0b15a9
    03673ff3b44e4d5851a17812482edbe779c7100f8cf2664082f44c98528cd09f
    14e67da0c8a943c87501de49fc6233bdc3cd2264bdff5160b50dd14d9ee3cea7
    59cfc65105df4d05adcaa85cf6f013799254942792df7d73e0356dc555e28bb8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2abcf14d54d865214639bfaffc5c92c0ed28527bc6d97390813c51d427289fe2"

header_auth.tag hex"dd7b5cd3e9658f51ad439408b0704079"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"bad668"
  body.final_frame.tag hex"822764519ca4fd3149316c695e2414c2"
