# 349 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"117846961f7ab151ee4c058532aec6e9"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3dI+AsDh4Glg+2drcKDhfCBVoYlh66jsDUYIO1MGvW1"

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
    000000800000000c7c8096daeda3b27921147ea1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3bd3b6a40af63faaa8d0ba69685244d2d74566621d976a1a268c88c2bea06772"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7842c495ec6b134d4fd8373de3e112bc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b92925c11f9e3d28"
  body.frame.tag hex"c7737ef33e0c4ef095fcb90d7caa23df"

  # body.frame[1]
  body.frame.sequence_number 4665413
  body.frame.iv hex"022100de60ab4aada6c55073"
  body.frame.ciphertext hex"a5b2aa1c0e829ab6"
  body.frame.tag hex"2d2b6694c6e4e1379abb7bef15a43802"

  # body.frame[2]
  body.frame.sequence_number 543534610
  body.frame.iv hex"69088897957ad67193cb1745"
  body.frame.ciphertext hex"0d36113b7782e1f9"

# Not read any further: the bytes end inside the frame tag: 7 more are needed @
# body.frame[2].tag (offset 0x154). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"a180e9d25e4aa851bc"
