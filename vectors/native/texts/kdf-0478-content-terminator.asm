# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4782a4926bb37e526ef325fc32dbe6e739db8e43fab5404a2c6da200dcbe0acf"
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
    000000800000000c566629bbb80f73fc50ef1ff5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b843d1c7d32db846bc696641f33dc6338a29bf6fae328f286ef1889f3cff7364
    f958792a510e086cb1d7eb1d9e70d1ff"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  bebd9e55aa2a3dfe29a3319121d7a9f94cbeb0fbcd1f9ce9a95e08d8fd9e10a9"

header_auth.tag hex"1fc00274ef08855f8681f3193d42fa29"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3a4b20f7428b44df"
  body.frame.tag hex"2ce7ba510ba76b5ef05cde2640fc8e51"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"93784832"
  body.final_frame.tag hex"2778aea4609f04af35c4d6333ae699bd"
