# 366 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  40696491f94ad2bf4783a51701b725523b5ca408edd84837071ec3d0f84862e3"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c147be1b543ae9e22195a85f3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6879ba08f6c5d7ff5d82da01c759bbf308328cc592437517b1405657675c957e
    461b7d88a752321ea7bfbabe292d5510"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c2d2cbbf930bc8c1a943f69e3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    659e325053c9db713895c5fe1d5c4c1f0c844837bfb7e6a7a9d7b08fcb2adaee
    654c4f5fce4b5a038aae19d6d4ea4910"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3fdc6bf977254b7a4423498e414323e8e3ee9c0f71610204ee7992d3f3f0e20d"

header_auth.tag hex"75a777eeee7d47f3e7438ea5a5a09ec6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9c99ac"
  body.final_frame.tag hex"a421c835e9e151d627604a2a997102f2"
