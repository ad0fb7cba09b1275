# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"ce7a97a103ccb49261ef89089baf7d97"
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
    000000800000000c008dbd98ae28e50aeff2f9ea"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    94ba8cf42b0b69d63184bd310fa5d51caa5fee5312d48cd93a8592ed5c2258c3
    890bab593882a6ea46ef09eac6d565cb"

header.content_type 2  # framed
header.reserved 0
header.iv_length 11
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"753bd60eb1b010aca2d91690b9cda0ce"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a445419499aee361"
  body.frame.tag hex"264bf6656cf947ee7f2dabbe39261986"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"38bc098b"
  body.final_frame.tag hex"f828948da2825917f66126744446b9a4"
