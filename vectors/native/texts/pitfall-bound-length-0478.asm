# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6f1a289332ee508b1e265218241484ede90fffff60819b476c59d2bd3cff2a8a"
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
    000000800000000ca11491cdcf823dd8537a53e7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    86a826a155c2f3243d9312d7dba98d78bb2b8869aa4a10a64967593f48e0eafd
    147cc42da5b6c44fc4979e9dc53521f7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4a0ea7f56d88ee08a8df4e61b281f42ffc326ddff5838312a86d640df31c3fc5"

header_auth.tag hex"92a0bdd1713f485712a2ed54906d27ff"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"28612e33c7531693"
  body.frame.tag hex"802087b1189beea63479e02955038ed8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"73ae3699"
  body.final_frame.tag hex"f15cba7585dee35fa815ef8a42d266b8"
