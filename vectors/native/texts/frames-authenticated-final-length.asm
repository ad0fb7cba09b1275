# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  990001b0f99cdc28f433f94269ed460376bad5059b6605c9b26605f50bb247d2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cea2ecae39cd47ba24980c72c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    58b3c3e6c761c1674386fa865b063f577f572ddbef0e5c1aa22b730a6bd36f3d
    43895dcf77a311d8fd24ceb462688a88"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f6e4ac8611f4d3d8c1c5914316dfc26535b495f6d24afcd4cfcf5c53db2e037b"

header_auth.tag hex"6d66ac19d5fb78cd962436b12bbb98fb"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"efce8bc050cc3a9e"
  body.frame.tag hex"9e7772a914931a8154386f326964dffb"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"7efdccaab81565fb"
  body.frame.tag hex"b1fc3c4632352ac42e9a1d5dd220725c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d902adf9"
  body.final_frame.tag hex"152d2b421645f7dc33955d3c37e5a1a2"
