# 521 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"d2d13cf220245d8813fd5a7bb7d259fa"
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

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AqovlxgiU8esli0gojQweX7nTnOoy/9bIHo7kEUenGRTiDv/LqvaQ6W3WK3T1B4xjA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cb26f81aabcf47f3461f98815"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    103564ff4d8156641016261e3ce24df561e8261a15aa0f9394023590e9039fef
    e698448d2ecf1322753c326699ac8734"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"328653f6aa5cf9bfeae8d17090dba613"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"375408c1c2ed154a"
  body.frame.tag hex"4d2d3441d903dd0c0e06314254092b72"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"da03e8079a824986"
  body.frame.tag hex"8cbade5219c1306b2ade68ba17fdb4af"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7fcfab78"
  body.final_frame.tag hex"7ca92c156f4b7e3627cc0cf0f748231b"

footer.signature.length auto
footer.signature hex"
  306602320000ac504484edc084bd8566cf51d449a04e2cdaed60bf19bcb08cf5
  200115778def015d9c0900488bdac632e4d9f7fd808702304c5e3e349a5a8d9d
  d71f5e621c71c0db9b8eaf7c52533d7852284162187f21f7a76de594371e0c6d
  551dc158d03e9b85"
