# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7c866fb5ce249d79ec34e72b34767af46ba5f11781adbb3186e2eff465fb6af4"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cd334cc6682bf81fdcd3af4c9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    10cea889691165bd4bb3ab4273af9b25e636fa24f104f2c19e086d44665bad4d
    20a452ad296f14fe5fe1fa962e9ef771"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9f82e980f7e972d5b19a6e2fecd752b9c6b94cb66a1f69a34c94b1fe32dbb02c"

header_auth.tag hex"03c81d135ec992df40713477ecb398e2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1db20f"
  body.final_frame.tag hex"e2436aca4db472885843c2c7c34b0253"
