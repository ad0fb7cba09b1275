# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"f365f4f8492e4e99dbd0ea87930ffad5"
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
    000000800000000c306e492306cbc5c95b75224d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4078c3ed0568e9e81e7f878825665ce4d61c02b1fda7d667c8053fe6dbaad869
    4cf0381a0cb5b8572849b8a16ba8a9c2"

header.content_type 2  # framed
header.reserved 201326592
header.iv_length 0
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a59023541a3a509728a2663639298f17"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d0616eeb9daf9e19"
  body.frame.tag hex"dbb32a7a47d4a5a1d9280733c57505b7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cdde25e7"
  body.final_frame.tag hex"4d850eeac67bef7cd02c56cd512d0f71"
