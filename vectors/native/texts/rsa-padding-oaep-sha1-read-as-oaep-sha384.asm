# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"971e71432462bbbd5882a490eb30b124"
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
    3d03aa5c1f793aaf1991e0e52627817e473204bc6f4b69154ad53d7f446158c0
    dbfc0a4498b2fd6d03deec3f1b720a1571cfd0f7fb0c1c331fea3ec3e01c14dc
    e5ca1e6cfe83b099d080ee027d5d96ddfce712cb790f33eccd9d00cd14f3eab4
    2b90b416da787b2553525813ba479e5c0f9f963b0977e946c15b25b306c29360
    487570844463f03f8d9dfc52eff051103d32ac5bc5c23a7295a22ec2767f269b
    4a7386b55b6b53a31e7b10e6cb28c8ea5da5b58e32ffb8051e127ad4219b0bc1
    b5390adf478a0c65c5e4c6453c703d91bb26ee425e46dee48c8c06f0006312e0
    3f5f2e9ac2569bab3679307e3791176ef60eecd026445c4da2f1d19474cb58ff"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d21af703d6b18b72c66f83fd2425fcb9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"95ac8e"
  body.final_frame.tag hex"3174fdb1d57123024ad4278187ae43eb"
