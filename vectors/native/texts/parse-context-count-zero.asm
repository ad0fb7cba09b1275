# 283 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"7c0e940246d761ae85bfa48d104eca6d"
header.encryption_context.length auto
header.encryption_context.count auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cf7bac9d8475f329f457b47a0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    913ca464a0315a738833a966e07939eee0a3f9b8e6c2eb4fcfa8a4a5d9e4acdf
    ccaf474e83a3b650ff0f389301174d80"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ffcc941c0c518fce6259f92981fb6829"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c4d0393ca1641a97"
  body.frame.tag hex"10abf1e065343d9515423b7bb30fa947"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"745c643a955ba95a"
  body.frame.tag hex"63faa5b4cc9e691bcfb55c420297af3b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"795226c0"
  body.final_frame.tag hex"5a2f7ec1be79c4a1a7b2cc3ef685a63e"
