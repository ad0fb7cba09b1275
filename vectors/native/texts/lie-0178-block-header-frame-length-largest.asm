# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"b096b6b8e4bc1f680d41479877005cd1"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cf175c58bac9f36ead0fb040f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    305412123212a675451ec611bf6c885c19edc6527af9d2e2b5eaba6c8585b9cf
    650a9608108300f5c0d09257c8490cd0"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 4294967295

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0155bfa6ab1e3834ee30a7fb6dec6b8e"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"6c676c25dfc98ef04361b8b0"
body.tag hex"8925e130598a206e7b6ddf8a4be354ad"
