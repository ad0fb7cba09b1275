# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"35295fd49ee81e50117e07508406118f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkPEr1J/4FDMS/2XvO6X1QSf6iiQ3AbOkGTOONMCzFliKMgLIwD01OJQcozVcox24Q=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c62a7ca943112e1c188940895"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8e561949bb809ae518fa8667cb1c01396d10babc7abce97920959cc0aa7f55bc
    a7bf6f318f5af4793dbd81d831d3e4da"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"6e6d270a4d427235fd47bdb5835ffc11"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5b8b56bacf011563"
  body.frame.tag hex"f2e418cba8dd1e85d1d831a246f83710"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"07d09791"
  body.final_frame.tag hex"f6c8c2acd384657f9a4c25d9586cda87"

footer.signature.length auto
footer.signature hex"
  306502300c1d38da0db7cc920c8f9349e863fd22f9e89f0c2f1d28d5cfa9ddbd
  95d69ca6c3e2d1f1d9d9d6a56f42efd35740038f023100d6f6acd0de68fb3db7
  b7cd5d62236f9e2f9cd3f612f4e664d43a783ccdb91d8c02f400602e53455b09
  1f2c3c50e5a08e"
