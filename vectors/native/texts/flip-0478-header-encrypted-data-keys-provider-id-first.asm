# 324 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f7ee01f3aa20fd4170cbfb3df74250adaebf21c8c9d43379c51f0adb28aa1f41"
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
  header.encrypted_data_keys.provider_id hex"e56c73657768657265"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "a key"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"77726170706564"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c6a35666935da5703319eb40a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    829f73dec01b670c61972fe4dfc10548cd7d2722c75ecfd1b36ad4e500b14b58
    ebcb3322ea974c014dee57afe3622bc6"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f439175849fba275bcb6b64f05055d772f92e598e8b96068eebbeb8ededc91ab"

header_auth.tag hex"ff8c049e2995b3640abc3970743c71d5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4fb581e4dca7d332"
  body.frame.tag hex"3133508c7478ff7841501d3e375b0bdc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3a951630"
  body.final_frame.tag hex"709195ea124e75631c5c8199f766cd55"
