# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3ec9377512692572d98999b673aecad0682851818c0db9dfb0f1228532e79e03"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    425526704dcc1af34feddb5ee5e3a0c3dde77c8b28093f49498d83d71d793e72
    a542c16a2bd70eaca01cb15111bc39d04f92fd30ed866c4eab7abb561ed4436c
    c01092a3ebbfade7cf3de7c6d821a0470b5e3585912df9bfd81697bd40dc5a60
    94610d60edeadcd6dfab22396c2962ac00dbe78c8d37aa6385a14ba57310cf1c
    4940656cf4a60f46046f44c617ff76eae26be5137729237ad4f26c159147ccd0
    82c7bf567d093ab066869f11faeb3739b67918a538dc1fcc5802096653749d14
    b78132cd86ec7d75016e559a3b998a8c4630df9a24dfa2b8c79666bda3627a96
    ab7809ae9d38d580d9ef103c67d102343958d2a040a8b5c8eb20e0315325142e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  93a7164be766dbc76070f2609af0d2082e846b5d69ee2b3730ee3de71728f526"

header_auth.tag hex"959adc1b4feb83aed9bc0cfe35b82449"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a31da8"
  body.final_frame.tag hex"f2ff4e36649d988743012b259ea0c329"
