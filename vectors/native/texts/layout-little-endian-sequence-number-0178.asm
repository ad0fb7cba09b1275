# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"76830e322300b749d4fa99332e2e89d1"
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
    000000800000000ce503e656fc5c5808c19f7723"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6c579c6cf5d96c6799fc1216ada7e318c0836a1e22c31de4428c3685cc1b8bcb
    7ecef85599cb90bca3a455e2f35b5ef2"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"829da5d524e1827e7713f1e3cd7ce51c"

  # body.frame[0]
  body.frame.sequence_number 16777216
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5852b9bde3737c02"
  body.frame.tag hex"7961b754bb7a68dfd280212962ba2ae4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"14373e19"
  body.final_frame.tag hex"05ef065a08b19d58dc692bb4338d42b1"
