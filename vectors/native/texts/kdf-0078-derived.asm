# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"e5bf095472de87449ef3d8ad052cf1b2"
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
    000000800000000cbeaeb532d9270b216edfd0ca"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    68a33475bcc8410dc16c08e2d81aa0d18de67487edbc38ad763d284d13a46fe6
    eb1103542c0651b7c8aecb31ab55f0de"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"bb1031fe227196a8bcfbe931bc88529e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d52e3c19de870556"
  body.frame.tag hex"3d6239326decaf18a755040d9e7cb94a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c22a673e"
  body.final_frame.tag hex"700cace4c5a8c332bb27bb85d6583195"
