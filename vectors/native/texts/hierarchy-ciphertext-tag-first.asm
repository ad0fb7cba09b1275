# 277 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7a68b802d5dde8068b11ff4f056d4b72f962e00c53d232a6467cd1c7dc9b6835"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "full"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "void"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fac2213bbf1b7f66c74c09fa6ed102a3571f14d94ee308de62aa3dfa7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5ffcd991d1f83de1f891105a4811450c5ba8c5fcbf
    95e098f5b08a0a79a532d045ff869a12fa5b4c200d7707bdb2dd39f4"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ec7deac0654cab76528bf4436ff6ddd4f76b75136ceb8510f8073abcdda30eab"

header_auth.tag hex"ffad1d6d36518e5bd25f31ae71e5d271"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f78a08"
  body.final_frame.tag hex"0f35d891f3594e29ea679021feea0b00"
