# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e4b0c91e96e9032a73ee7bb099c02c3714d5257b3f5954de9f8acf79d999362c"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c179a818505447d8af35b3dbb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    636fbc13d8fcc1f1cdd09ddd4d8e1eff9bea09e4cfec4311e74ab6d485df5f92
    254f387d6b22cdedb36faa007ad0e5fa"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c5f30768dcddd8459e59e4302615545ca4063829e6d2cd7b80cfddebdfa3eb3f"

header_auth.tag hex"c70d83e3bdb3d5096300363aab845e5f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b80955"
  body.final_frame.tag hex"baf18b766d7684071015efb2c66e8bab"
