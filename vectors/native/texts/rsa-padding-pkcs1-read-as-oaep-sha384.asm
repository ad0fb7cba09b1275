# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"56a19b8025784cf6528d6b7248f59be8"
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
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    50031f7326fd2798c69f1ece910564ebeb0b692e9d744670a77f270101f116ef
    a781973573c67a718951116cdbfad81d88030ea6852aa0026559dae00b81367d
    6c681b5f8896e6ca733d7bbc9d0a77a88c1a66966c7a876dcaedb30117669f42
    c0cc4f3ebed9d4f716424d115f632fbfaa42d6144f00d87557b430ac0cdbeba8
    90f8cc5bb1b224fbb4b0a44906b7e9e11a14d002677977c80be818eae98ab288
    ceec475eeebdfb0340c7e66134933fc0bc7d1531500d3b84c8820a97e7052bb2
    c4f8aebadb6d4a983fe3c601fdef41c087b1198f8bc762eb029df12ba697c47a
    07177d1bfe81820484e9e208d4339fd15d4bf5b0b5d7f844defe3e51ca82b8cc"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ed22527dc90815cc81c8eeb0e6114d94"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"507a92"
  body.final_frame.tag hex"38a56aa16066468945599089c921b0bd"
