# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  61ccd8efa822493cde785d18c386e30e8de054ccad098dd80e789615d9454fcc"
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
    000000800000000c09d09bd005bf14865495e19b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    badbf6577b477950c7364571cdb18c75740930ea6fcda902177d044977ddfb3c
    2196744a59c2ce28295c1e1e75e0519f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6c107cb94e4e56c0a4c7bad4345ce4c34f9aa20b2be6e83c7087663d3da77a99"

header_auth.tag hex"6a0dfcf93db2480f33c12b940683d9c7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"161fc7efeab7e25b"
  body.frame.tag hex"4ca491d2c6866213d2caa67d9600a52b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"85701f74"
  body.final_frame.tag hex"a7167ebf8fe2ad7bc260264dc043fc09"
