# 423 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"b0b15b167fa95428b2e7ac724c6b3c81"
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
    012026d78b5173566898a48a0169b0ed41fc4fd8dc225fd2ab77501b1f276c98
    1dfd6b8b61bfc68cddf002871be8543c24eaf47335daae87b84aa17985ea8773
    1c891652b91f22a0c6b6ee7af5269b0830d1b6e3ef5c878b8be6acf6d4e08ccf
    0e3789f478757ed03aab501a1faa2d32f7dd728478cf36b062dcbf285c026107
    e7f06e2101325634acbb07bc1d4331e882432819173699ab28d56d3d619fed0b
    381464fe2054d66680df16da772af5aede37a6008c1c70233af8b3286966a8ac
    1ee2d89d4d2f9d8254175cc86c74c7a4c88f264beb225aa40b255ee012b74b0d
    71cdbdca2f59fda3fd4a58077f26f078530f94cf339b9ec818a6f2623e26da7c
    97"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"bb73384e5005603127f3a548f94ea7ff"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"579c83"
  body.final_frame.tag hex"ed6f551905534e5088e3d90232a2de55"
