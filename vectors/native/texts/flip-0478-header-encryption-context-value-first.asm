# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  dd509337449a8b2d5e3faddcecb16f155d37d18360c11aaa157ad18e2c55523a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"f4657374"

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c2134db9c0e765ae15a9f1e8d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    50757946b666d184bded95b6761cd7273729f413301f9b14135d7224465c4d8e
    827b06e883a40023ac914f5681b87b47"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fab368ad7464af1903c7dddf506136f1eb82c3c376026064cf2f489445082d1d"

header_auth.tag hex"6b5d5385810cc3c3120d13d814760492"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e96c80058abc32eb"
  body.frame.tag hex"cc8499e2ee920142558baabb66878cf4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8386b135"
  body.final_frame.tag hex"d73cc289a32ccf06d703c8d29f36a20d"
