# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  169482f0419e947292611f4ff26c12813e415bfba4bd1b48ed7674eee4a6774e"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c9047b2949b1d72f3857362d3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f7022ff6a48d771649c27a757ef932b23fab4678283ccdb262e9537e533caae7
    20cbd11db0d8fc4053479cfccc4117a7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6cafc52ca0c9ed2a99973489dcfbfbb7066c3eda28951ae7c598d1e566bfb820"

header_auth.tag hex"4103fe21fb756fc1a41409cd6614b13c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cb3f8b0334688f25"
  body.frame.tag hex"70a919b9c5c1252321848582d724452b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b786d431"
  body.final_frame.tag hex"017871040e1380baa05f1fd4b1d9e5df"
