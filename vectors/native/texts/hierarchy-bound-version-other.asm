# 277 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8c25f1f1c0db6259c30bd2213d62dace2d30834c2cdb93e57c87f79be6f0082c"
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
    b12da323dc6d9c574d9e1be35599ad4a1cf580e3087d882707df0c6e7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f594ad9ec814506d2a248fabf1d848461cff6aacb
    a47a677073e16482521edc697ae1691fc4b2d4bc351ff022c2a4d3a1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  48eea1ea9ac9a541808a17e15903d0455d63fbef02c2f9319cd70d98b6f67135"

header_auth.tag hex"b3f553db620ccb1a2539b0ad86698176"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f2192e"
  body.final_frame.tag hex"e0e62a9bd7ae0a63c612e786ba2e83eb"
