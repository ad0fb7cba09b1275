# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"2037c1edd64112a38126f71d74361f0e"
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
    000000800000000c8cec1fc064df5beec7a7cbc5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7fecfe0aaf8f3a3bfdc8e7426611c0d215a403f3939d0bc6bc49244c7456f7d3
    a919f00eb202d8efc490c9db3609bbcd"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"b8e2ce91fff3cbf09c217a4f5fdf705c"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"40db9c345e517e599b9ce4b1"
body.tag hex"0141b64648464eb0359e34ae289fc75f"
