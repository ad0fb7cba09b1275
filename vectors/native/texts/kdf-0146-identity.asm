# 259 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"1ace7141e63c3a175ec0abf1e793ba18"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c2cd0c5e7f4161ead345fee4e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0e0b1842d0fe8c8550caee27996d801e71bfae6f31558d35854348a7ffd43653
    6e17f5acb46daebd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"cde302c60bbb2a3f42680d7c576d4a3b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d5873ec97d2e060c"
  body.frame.tag hex"e9ffab4dcdca92bf43db134f99f84875"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"edb04904"
  body.final_frame.tag hex"f44ce7d7ec2a05b67d8a09ee4427f184"
