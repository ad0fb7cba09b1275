# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  00083badc5a29f1b5772556b5a32ff96215c602f4f3685fc5aee5da3b332948c"
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
    000000800000000c4afb2ea2fcb52b62f43df221"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fcd14b68360bab0afbd2b845fefe5d3b3d816540c654b91a9409477dd153a9af
    323fa356fd5f21b0ce3bb0b9acff89b3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  85c869fbd3b8eafca5dd7a03460f4b24bd97f63715c61ab13006abd718ab8410"

header_auth.tag hex"aa7ace76b87cbf5f0dd666c84347ecc3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"800dcfe5c1a06e24"
  body.frame.tag hex"68adffb7eb2967b562f88d3daa06f85e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c7e86708"
  body.final_frame.tag hex"0e101e3df0e118daffdd6c9711e58e08"
