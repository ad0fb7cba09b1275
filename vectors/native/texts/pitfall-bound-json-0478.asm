# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b905a0fac13882aa3c3d7a72656fb6d15083a0af90e3c5e3f62d13d1547eb210"
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
    000000800000000c639fce8a7cd45d87f65db39e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6a3f0fadcb6e07d6ec1618d26efa8590ea75c7d2bcda2d5c8c7a4687a831317e
    d8deae2c09f85862492183b296d3aaf9"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  112694ea17c23df12202382a1f78653adc3f70557f0d91c52b3dc96650b257ab"

header_auth.tag hex"eb6f247d4b491c67456dc3fff2d07f18"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"73b5eb8aca50863a"
  body.frame.tag hex"890c22c9cb5eece2fbebaff75b5251e4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"531fe961"
  body.final_frame.tag hex"b170bfb7dc4a63b90044c1641eff91d7"
