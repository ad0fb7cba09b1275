# 271 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4fffc8e3033810dd8e6132932154a59cfb800685f5cedff79972c021c3c1fe7e"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cac3172a807209144fd7467cc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0f76ac8e69ba8b22e6ec8a8d121833ab0ccceaeb911062f07cd85cf67daa2b83
    d060d5b5d73a8c6d5d719ccfe2a0b05d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  318d4b85397ee5af678ebd0c2c6ab44fdad9a5973122a81cf2fdc1aa7f041c4f"

header_auth.tag hex"bf1408934d87681dfb237fef4dab74ec"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5a6b64fa8772d784"
  body.frame.tag hex"0a279279efc21deaa0cbfc23de9dee1e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d2cf1208"
  body.final_frame.tag hex"a33bed50ff9252ee374148ae2c26a64d"
