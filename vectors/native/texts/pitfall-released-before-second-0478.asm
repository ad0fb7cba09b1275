# 337 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c9970b62d34c06d7a9a58eb8dd8f9e9a73348f7b9e9f2f6f88a1e02ac2f61f95"
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
    000000800000000c81f545fbf86cab1b52163657"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    62c19dba1ad1daa5b760d2da68b20cf5b88f437ae5d6cbb49b51d23d065fa0dc
    0bfe4f39bd7a9870cb31d420a5e47057"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  22e5da8db33ffb4ce25f93811b04d335bcb97ef682610dd1ad5f069f30b8186a"

header_auth.tag hex"5a0c7f25db785cd66c430eedb25bf5c6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"207462693049c1c4"
  body.frame.tag hex"c513936aa25839c536c1467c78bdfe47"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"42bed3b1d490e45c"
  body.frame.tag hex"aaf930b9c8809f3958a9d4932b4e29c6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"36431ff3"
  body.final_frame.tag hex"ccdce4a506bb0de626d0a676d5260e8d"
