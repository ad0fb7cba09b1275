# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"c73e605818f1a6ca5ca7cde54df1b2d4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AryR+XeLoP/6wLiEF/tOwukrDkaDF8lGhTy8jZITwni/"

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
    000000800000000c9afda67c9402b27b911c0ad0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    254390b3b765df81ea6daca38ed66da872e76d237306b233b4038300c7a1625e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a100370687b470e6104c16e999df3395"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5dbaccf0c6447ab1"
  body.frame.tag hex"ee0b59aa5d2411117797dc63d4e3e088"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"eafc6bb1"
  body.final_frame.tag hex"df65472a6c46662ecc4fa0c24ce660c5"

footer.signature.length auto
footer.signature hex"
  30450221009a7a020107e3b956739778a148d1190f4234bcda5652eac14983cb
  0e9c4f051b02205de9a7560cbb27f6744bbc67bdf25c3749ac83a654f713a1b4
  da4f58d8814ca3"
