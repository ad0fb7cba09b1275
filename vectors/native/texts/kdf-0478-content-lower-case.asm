# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  724460d14e5346618c41067e56faa88cc88c7581230c1e1ee5c4c55fa47d3f0d"
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
    000000800000000ce87fcd6b80f2cc4d3d745ead"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dcda80e1a51ac9ee1d97f4369010daba449d87e5815eedc1f5ac379b527e9ca5
    019e274a53327a717059444148e3607b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9bd686f68a65c86c0dcc09865637c95cc3833a480bd72483d7844dc368483b32"

header_auth.tag hex"ff249b3bf6e74fbed3cebf97a263de16"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5863a68ede26b0fe"
  body.frame.tag hex"57376c7c23c5bc087bee5272a225c112"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ab43eb73"
  body.final_frame.tag hex"fd9ed1fa611f92198c7031408f15f7e7"
