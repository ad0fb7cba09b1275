# 291 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0014  # AES_128_GCM_IV12_TAG16
header.message_id hex"d92d6dfc5523ca2e90c1f8ffbf878d71"
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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c122117475d9af8edac8feca0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3f22a7925520e7050a2959e33e0900b09564fe26a469513140c01c4dd9c51d0e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8058ca9589db9579e1130f02dcda4938"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"af9887e532fb049c"
  body.frame.tag hex"5e4e38e1f186c4be74778ee7eff212bf"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"df81752ade13b21b"
  body.frame.tag hex"04d9b440eafe30988158517c9e9c6002"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"72ae7ce0"
  body.final_frame.tag hex"2df7780d3039abc545063937b20e030f"
