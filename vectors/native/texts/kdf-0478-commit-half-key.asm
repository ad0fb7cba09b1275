# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f0e95deaefb0197b14fb8a41f95f715a525248b132b4948a84f0f4586e57eb58"
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
    000000800000000ca517283e101d6e6c0013e671"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    87e1fd16d6a2b59ff6e702c3cddb550d6d2dd4415a7382a825adb5d2c88f9420
    e2a94cdc8b2311a9eb19d9acf5c8b49e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6ac09cd473f50586e3d689ad9057e7d689f493e73b67eb741d723e26e97d5afb"

header_auth.tag hex"a267dcf5d4d234afb896700c8e1f0e47"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bf3e34482f3b2960"
  body.frame.tag hex"4e005ebe8469b299a548eb13289c3aef"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7fdbd8db"
  body.final_frame.tag hex"5a14ce527397f79c6618cc11fdd30e3a"
