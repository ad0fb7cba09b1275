# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"1be2b5793261acb7ce1f44d71691f3bf"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A7aVZ8ZAIw5/YcDGW5gzmjA8s4ZhzxfuK86dHKVZzaUzwD/bAqw18vo2zdv3OtvjeQ=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
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
    000000800000000c0d3a782f575014ed02003a3c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    79f03be9401453a86c9f5fd7343373d2e64034a11646cad25cdf2dc8584ca549
    fe3abf9976ea371c6af6eb3263fb99b2"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"b86b1648b1c3fbc2b630a99faff45429"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"284379b4f71f78f7"
  body.frame.tag hex"7fe45013e71fb47efbf4f635fa8090f8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3a93c19a"
  body.final_frame.tag hex"58d4d79d73e4692311ceb081d6b1989a"

footer.signature.length auto
footer.signature hex"
  3065023100ed2bf0b6cc7cbf5b2a6602dc98bac97f551d48647498cc1a881049
  bc499f3bf83ee50dd3db2b3383b5913bcb54b4533102303ba29c58b5f49200fb
  d7ba0a5efa334e92d00c3dc37bebdf4f1d11358e27262cd0908ad7a066a2027c
  6a0e01fdd5c511"
