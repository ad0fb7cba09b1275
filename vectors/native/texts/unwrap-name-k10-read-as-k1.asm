# 348 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0505931d22ffd91a91f357d7a84bc0efdf334d717f0fcdd2549e60edb0b17c34"
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
  header.encrypted_data_keys.provider_info "k10" hex"
    000000800000000ccb36252e1bfcadbb99a23a38"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1d130dd019bc3fcd536006f880bf293ba0e8c6a55ba851ecf2cd93a4d2e6fd0c
    21ef1a4031b099d2c5a3a22fd374cbd8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e75be5f8f3813861c7ceaf176ee126f200762e2ec2f7116d629f648f1a805ecc"

header_auth.tag hex"64a2c53fa1ff0bcb18cd30d50d21a6bc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d9f56afbfdb77a23"
  body.frame.tag hex"296ab4c5470c6f6e9e28a9d508a9c474"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"ea003d20182eca30"
  body.frame.tag hex"3ce614575de8ff514859ba1a81efb8dd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2b7aabb0"
  body.final_frame.tag hex"00ef5cbf10f9b392875223a6357f3b05"
