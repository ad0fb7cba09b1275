# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"dfc43ca0cb555b4ea33b22a4449e8d03"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A84FxBkAhOYyeAIy9bQwj0kaEiOuRm1YeY4s57x8Y6J6"

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
    000000800000000cea526e58a4ec3aea50155ad6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    72a93814d3e82436f1d760c6a73ff31583cfad2a55bac07af549037943937709"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4b7a3977be9d7e06f6b2c17949a60efd"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0094cf89a2b410d6"
  body.frame.tag hex"df02d0ecc69c0077201e97505cd4da37"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"12c53b68"
  body.final_frame.tag hex"284766bb0df5b25c5b9850a70f8d53e0"

footer.signature.length auto
footer.signature hex"
  304502205d0540a03f1e4daf9472d8cd4fc0078155acf5c8f04544842ece0eba
  52ea69c5022100c8e05d939befc802d0a61cb812c3078138994474e86940489a
  3ee703e1186695"
