# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"797c1929fd54d1056f7de4758a0c3924"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c0e7244c0b5e3fcc81816e321"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9f8b1cf925e689bb6a0473df0bb5524220a5982fe0994f0f27724bc2685a54e3
    16ab5e5584c41a9a2a0486bb37f8efcc"

header.content_type 2  # framed
header.reserved 0
header.iv_length 255
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ade018154451719a60ef5c5374812faa"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e1e3491717a1895d"
  body.frame.tag hex"0cbd66c8ce945f768f33d9bb49e9ace3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f99118d9"
  body.final_frame.tag hex"a9318b08f0067312c5eff70d63acd057"
