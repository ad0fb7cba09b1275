# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"a45e1a58eb97f3ea28d67cd29ad9db74"
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
    4cb70843006f0f68d3bf9e973745f03b06f0eb56ca00a7f1ded3771ec61ba677
    bb88f502fe29142d7505a82e17b8026331bd75e8f88d33e42eabaceadc62694f
    da45f047f0382212e8ff7e3800ab69f7baaf4114255dbff5dda59cce8130a003
    c93a719f0ac4d5a277a9d9153cfe0316d2a2574263b2e26f2c089f381e3b641a
    e2644ef9ec6b61f9e76430f2a7345e4204e247c74613818aea18d632f824e69a
    a642d8928d5a769243e1c88277cce9fb6e741a647ba5c16d3b0b1a26e424ebb5
    c2d94f98178bcdb9e8179169e754171c61442ec916e8b44c1844a82d8d8db272
    0e65b8a206fe006bead9948447300f7ef52a117aad11d49079499878d1799264"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"38bc9b1fa2408e04e7a17000d28577e1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c0ed02"
  body.final_frame.tag hex"77557b4574e97c6ba37f61deaa038bed"
