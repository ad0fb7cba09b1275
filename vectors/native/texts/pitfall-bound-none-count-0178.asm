# 241 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"5013df2dc618c0166bb38a38c4b9b708"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c23854a6517ab382931e7dd48"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d22ac2ac5c9044269e921e0cd06521b005f2ec9164fb68b7065f8cf8493986ca
    b23bb70018913d864d6a4a48fad0581a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e8898de0129eadb37147b56f86dc3768"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"eaa56940b169b087"
  body.frame.tag hex"75064a0f04420427c595dfaf14dbf7a0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c24dd17e"
  body.final_frame.tag hex"7820446de605b62c5b1660dfbfd347dc"
