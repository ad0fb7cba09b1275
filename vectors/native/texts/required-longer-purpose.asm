# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3b34cb781029a44ac266c4f1077543a48403a3dbf0b2408f5bc79e97da75b51c"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000caaca675ba85f6794b93f390a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5331fd4b1e0a7f3ae0efb232a7df717aefa3f7e2b11a80f54754c53cc6bb8733
    d20b446faa13755ac34ea30a8bd33260"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  23746d42212cf66033926709837d379467417321cdd0cebf7f424bf27e9db8b8"

header_auth.tag hex"d4f09ff2d927d921fa1dc53e499cf969"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"33c017"
  body.final_frame.tag hex"823cbe284abf711f403c15174f150f86"
