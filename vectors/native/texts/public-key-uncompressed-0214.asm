# 484 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"62934c97be3d1db3bc3acbb6d89ea3f1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "BLIFP0HAD70yRTaUhkz+O3JndFC7AMEqTPiupxUa3JKnp98VCW+BaZ/MwMZ6qO4ZmhswD86xx73cHREUIpyZiCk="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c2ab2d2ac658419843441b2d6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    044b22025718dcd89e95be06f04bb30bc282cab35cf1734b073077f5bbba9cfd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0753d345c7769326c11c0fe3fc954e72"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"925f8e91d829e5ad"
  body.frame.tag hex"d1c2094519aa4b711fb0ecbd42a0b0cf"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"875b1c871a42f303"
  body.frame.tag hex"1e4014afa841df3cee38370e3cd90894"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"19107e1c"
  body.final_frame.tag hex"eafadf6de71af12dec352d52a0602aa7"

footer.signature.length auto
footer.signature hex"
  3045022030612e57822fd7f68255082b30b2f7e505c8ed369374278df6289a5d
  df0a9bed022100c6599ac45a040ae18e70196636954832e1bae7324f43bbb90d
  c011752f95521f"
