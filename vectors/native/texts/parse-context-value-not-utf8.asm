# 294 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0723cfb36e7c203730a5e76b8bfe8542"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "key"
  header.encryption_context.value.length auto
  header.encryption_context.value "F" hex"906f6e"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c693af65a18bd29d1267e4ddd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6752aa9bb9d2c8f5f026aefabadf338fd10d80ea87d495ab843be7e430a0b182
    400ad06036f6764b058b8db2f60eee79"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"2c536bb80c9edc5703bfeb92b9541f14"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a3061aa613a60382"
  body.frame.tag hex"c79de84f657686b9774eb3233380ecbb"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"4c1435647106c7ed"
  body.frame.tag hex"dd145ecb9060505c96d3f1711ff80e9c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0acf7ae5"
  body.final_frame.tag hex"8078f3a5e364844b16b8ada4a59e137b"
