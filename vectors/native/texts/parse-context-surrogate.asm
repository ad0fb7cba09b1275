# 293 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3dadefebef4a4d7a95a03e439835fec3"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "key"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"eda080"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000ca7cc1a2ceb9a4b6b96173c07"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ea5f14f88974323a0197131a9d0c3d8c1a7da7a034ffefba360b2acd48df64f2
    1ee3dc0307922bd919592e8cdfdc7887"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8c1e7134a71bd6dd4729f39767297125"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c0f8435e4d9d9a00"
  body.frame.tag hex"a14e1c1bd0511bbc031ec6a344f97684"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"a1e06299c0374a3b"
  body.frame.tag hex"f7d7904bf33875f50300c1df7bb23e6e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4ddc5732"
  body.final_frame.tag hex"ab523ff52a7cb9d54160b1baaa9e3d7b"
