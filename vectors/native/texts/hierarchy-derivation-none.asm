# 277 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3b86ce36ec41d46420c74a70e8c3b4854d4142fa5862c368274a816e95ba8f40"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "full"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "void"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c45a8e6fd601c822bcab11196a4958557dadd315e1fa14be5721007d7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f486f89b2a0a323212615d2827735797d4ad8b3a2
    9b64304a3af3b98d73e2fd43d98e1790b4b0be46a7dd477e7b7241a9"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d6c66ed88dae9df73f8cdc63baf2b4ffbaaa34632ba0edb427d496d02db113dd"

header_auth.tag hex"b58f3baf6378424810e6ad39acd64c4a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3efe69"
  body.final_frame.tag hex"075fb28a2591edd377105ff3a6d98843"
