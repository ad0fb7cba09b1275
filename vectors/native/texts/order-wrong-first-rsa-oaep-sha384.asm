# 706 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"84fb216715372f7af82fcfe000c59297"
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
    3b3351b91fcf92ceb460163b07bc9d2c7efd291c02921e78516ae3c39cb821cd
    287ecf6e52f7448058ecdbb734d2c996360a3cc9f19511a40c66e7f9d70f642b
    6c093ba9d384199aa02037a61879033f4c69a78f5193ab0334f38df4c70febfa
    9fa73bd0b91e4df17fc3b9a573216464af58814212c8b734592122471ae9c206
    d2b56b6f6850c732e622f95ca220b8142f2cf5b861c1b492914c9013b213a944
    e321435394b83251c08ebf3378371ecc1780b6a33a6f9deaf3dc295f0da39862
    9276c7f82cb5c428065300137c127cbfdde1557b8e4fd8a16fde559f59af7193
    3e01444bcb5af1b7f8b1a2812391b9be59d241b008df8bccb715327f0462bc51"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1c9fb80ab52bf4b86037238d188d845c7d34894c89bd51f8602bf8a7984cbaec
    329f79909986f6f23296cce8c6ce79b8648d7971063fcfcd5792a5546928334d
    d08a0b06ca19481a3f7251d54c8443b4c3b604630eec08d0c241d3aba0594ce7
    691a0a7eca796dad851fbbc99e52f0b30154cc91f09c343a3990d39c5dd9a7fe
    605ceeb5dc1a2008c63c0af4405d3a4d423d633d9f1f4e2ec89134d999c4f8c5
    8b4752a478865e9a8102ed61ab48c39504f5d837648f6e9f427f48456e8a5272
    d0e1522d3f12b940bca49bcef6c34ce6679872bcba6735e1873e1b29cfd224ba
    f74cb9a550089111a344703753c1ee699f1ac7df387507508c98cddc0987aa02"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8ab8492022f94e1ec0e9fad055462cd8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8cc32b"
  body.final_frame.tag hex"7cca2fb875e1e6ccd80c43e6a5e02f5f"
