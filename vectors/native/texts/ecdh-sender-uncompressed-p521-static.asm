# 503 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e49e1476c60ed96e803bcdb84b6daad7c8eefa7ad6b552a99f36d65d5e52d47e"
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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000000085040072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f0301be11ede7dc976de9545a558ec279bf81
    29b1a0b2c7e72c33d52787e918965e82ba5edb76afede5c88cc2153f65b986be
    30b30e55daf20952c2c4df6c2bd0f8a55c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e7ed405e15c887f27844bc4388b589c8571664ed80696c22b97030f702acead1
    da728a42292848b07c78f27ee6af40ccc98e7ce2634f04a5006ea7beddba90cc
    51dde9828865df8714f97e8886848076eaacd70e54652188aabfa2ed0c5da945
    55b06b64bdb4e5ed0fc662c8a2c8bc50"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  158402dadf5b148ab222bef26fec32418459b0be60ff5c62573a2c3ee4586931"

header_auth.tag hex"6d784b40e5f632c83fb6b88004ae5aa1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5c096f"
  body.final_frame.tag hex"039e1934d9d9dadf1a19e00569bee6c4"
