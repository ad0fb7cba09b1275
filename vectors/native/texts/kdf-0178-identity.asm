# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"2d15bc0eb1bf17d4c708b27cd35d51c4"
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
    000000800000000c57e165747810c2709314a60f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    cde9f26dd8becda659939463a27ff93d01222f255961ac612f519300ae41baf1
    50f607ba660ac3c243fe029c94e77419"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"9c37014e4d7d38e160c979f0aa52b205"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"50cbd521ab4d8205"
  body.frame.tag hex"c09201f7fcd53ffc8ee61450dc0a591b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cdeb0913"
  body.final_frame.tag hex"f5effaf5a675e368ddb1a913b5f62b9f"
