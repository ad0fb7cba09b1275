# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0dad6ae6d7c456201993d878af16216388c0805d31209f0dd743fee8083a0f38"
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
    000000800000000cc533da63d590c9dec25eacb8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6bf3ff220eced92a1e06e63ef6f1eba60c6696a056a755a565957872062cd5d4
    daedc3f507a43abfb27d9dd5a7da1a0e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6ed7ec388f6cae5ca354141ba87be5b58d0ce764edd8468cf51b73b2dc2357b6"

header_auth.tag hex"0f19dd821eb54ba83bc05a16f5cc4b54"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d25af265bcfe349c"
  body.frame.tag hex"bc0df47f563459fbdb01a0f1005e7a77"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2ae31a39"
  body.final_frame.tag hex"39dc6afd41266020f552110d1254985f"
