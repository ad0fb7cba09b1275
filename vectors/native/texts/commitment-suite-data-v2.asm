# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d543365f679f8d262aca8a8898a3067e2a2878cc346345aa224d810249d4ba5a"
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
    000000800000000c34730b117551c6f6ca99ff68"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    985cc7f503b68a511cd5d561c19707ebac504ed666e49082a1cfdb82bd4a9813
    88dcf200dc3c604dfd22bf9bac8cf6f1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5854708c98df5a41b73e34a5f091ab24adbf09523b9b002d24b7107d10593ff6"

header_auth.tag hex"2f7b78f220b27296039af6a624f54574"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4df9b7809ac1c90e"
  body.frame.tag hex"0ebfc505eaad5b8d9a466b5adc1e8e0b"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"ec1b45fa5c6f72a7"
  body.frame.tag hex"6fe54481e8ad4ba7e016a31faabfd3f7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"31594b8d"
  body.final_frame.tag hex"d00da326f3bba191584c92add2ef657e"
