# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d1a55ecb83e7cb45db337b3a3a6c1f66c94297f8ca6bdb0b98199cbcc36fc589"
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
    000000800000000cd4779adb20fdbb6170874287"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5654dff770d89d74de57aa5334a198f686acc2965847a8789e593ea3b3eebb30
    763f36133aecea340fda21f17b3225cc"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  523ca88d4336f93b8e485d48b754f746c8417f3d406938ba283c93ad7c05b47a"

header_auth.tag hex"4319e4e8793405bcfbe402b72c06639d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ecfcf3dd3b277ff4"
  body.frame.tag hex"f0a017612c0f3c4364d21e243b7241db"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cdbcc377"
  body.final_frame.tag hex"84ef03da0e18784d76ee8f3155576102"
