# 241 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8a70f9f114cb78316b26bf79609d83ec"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c49c6d3a8f32067e54099ea3d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c53d01043f0b624045ae4a4dcd880c4af4965318823e7768b51223fd7311f170
    281934589e8d3247bbc1b93e9b32cb9c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"9cc4056a589f260dd1b1062c71f1e692"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a0a7ac6b4c05aaaa"
  body.frame.tag hex"10fae4c7fe77d446eff64c24e3902cec"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"920a30df"
  body.final_frame.tag hex"e6b0366f5e13755fd3a9e34ffef825b1"
