# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  eb4f8f76fa7bf72f6f3aeb0aa8c06cc0da4673ad0b9d4a5804b2601807459c76"
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
    000000800000000c95073722faa172520dd4e358"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b36509cf7c26feea7b791fd4c3e6828f027fb1e9b8c2d56419ec61c1b157598b
    616fb19ee54b1f94595da0a65efde446"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b770d04e607947e0e12e8f8679668f6aa71e891536df5ae86548fa61faa1d128"

header_auth.tag hex"247ff8a5c696af9a582e988829071256"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"60cc2dda6f3a79b7"
  body.frame.tag hex"605f547caf73f77d3895f8de9786d955"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"33b28dd7"
  body.final_frame.tag hex"cf67e6be98e0a59a6c7752a0eb4761a0"
