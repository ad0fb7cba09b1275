# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"e453ff9363958dc72a617e8cbd8dc49b"
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
    6a469347165cd848f87fd5f7b5bdedab06874af5ab479ea89cf0e43b12940843
    d0247f8f57a4f9b0b8fcff9e7dbb3c36a69b156babb705b97b4994c91818f465
    b7857efd884c6ad708467ad35731a3b0beba03da0b431a47e9dffe9e87826a99
    a82d9318e5fe225313f948ae22598853090617c5c12a4f159dc1146241af07cf
    d22bb086c0225b3f83ec9b3d1417b90f80b2a9f064ef9676e32a968741e042f3
    ce447bf427f44875dffeb28fc65f4737426bc6940ef918855748541dcb1bb48a
    ca5fd4d654764ca56bd4a74f4738193549ec870dea7a3c4da99c79b0b2b5bf0d
    cda8a5b2d5630eb3fe8614539f5845d25af44639e4a4fe1189c19c6e5053d33b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"71aa8d4f8a319608312feedb47fc6b24"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2027db"
  body.final_frame.tag hex"0305aba80ec817dfe670c64329f9bcdd"
