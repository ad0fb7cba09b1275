# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6a46e9c7f94fca8886c9a15d04caa455942f167a2289b1866d1fac66d7f9d9c8"
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
    000000800000000c3d99783842e92567de501d20"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    453e7a9cd54013765f9614d4e7765e167de72356d011823857d9671efe897965
    455d6f20c6b5ff6de7808c68cc575518"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0bd4cf5b4b39d72143e0555f67679d626a2ae2fcf02a922412b294eb82a84aa2"

header_auth.tag hex"92b44784549b79eeb1de9fb648b56ce9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d9ce62f5b2cf7dd4"
  body.frame.tag hex"c9a79e0a5ab20164438b0487056dcf92"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"676b4c45"
  body.final_frame.tag hex"6705a90dbb4779ed866c4a2e36561691"
