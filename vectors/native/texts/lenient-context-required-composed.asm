# 287 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0b3e0af8627961c16d708f601f04a8284de469b1d5835859946e3ca81e0a3cda"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "café"
  header.encryption_context.value.length auto
  header.encryption_context.value "grün"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cf8ea2932e357bf7c954a5f94"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8ba7eaf7d867a59ae7a6d401a642c0f87e857c97ffe889f50be2c13be00e6d69
    612a53325b7c0f11284241bc768cd3cb"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  75529a5097e1931e312d0750b364d246cb212302fd7499eb74583dde492d9640"

header_auth.tag hex"f041016238b35fcbcedacde53af344db"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ea3899f2e9b02ff7"
  body.frame.tag hex"1535b93df1c43bad088f84070fae923d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3000cedd"
  body.final_frame.tag hex"abe32f2027e7d61581feb37d170c3999"
