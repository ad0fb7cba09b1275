# 438 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"fc4a958a719326ae936186450f26d2d6"
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
  header.encrypted_data_keys.provider_info "ｒｓａ－２０４８"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6d09609c33411793b14967f3a28d7277421270ae94065274b9b88ea9e24ca295
    b4b770267656f2ef36eb46e59fec8ea0a02ae3b816b31bdf47fc7a7b30607add
    c0cee0ae79d387fe23163948176dd8ee7bf42a9bd11f56c873d79f15f2add568
    c00c6dcf0d82af377962d38a872e617f40ea3e2a0ac045bf5b5528f697b0ad74
    a3e6dadbe61bdef9f5b68f690130a1f3b17029b085a9544ad2c45bca78a64095
    3340e4ba94ddd067356a0fcf456ad85fa6823e1a00e5d8f59a2cbce2045aadc8
    bb29ec29a8359eeb25a6f46beeae500c4761c8a9be4faec7628f28dc430e0463
    c97538a003be31ba9202f744c235b1affcb83f59d672aba1c5739a87be0b86e9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a2c1badac4624be7547417261b77ba62"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5c9076"
  body.final_frame.tag hex"67a6983bd9008b31ab292e640d3fb5fd"
