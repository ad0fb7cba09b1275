# 496 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"3ff3099547df6f0e37c3dac98beef983"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A41ZvspwLrcQ5JQ1LKJtLVVIg1RUMGSaH7+MRo6/h6kUanojomPFDTvghT0J0UmAug=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c7982b4cdd350853eff6571e8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    695d3f90c85f82d226bd66f3ae4cf64dfb627c25654b07c27e4431cb627d4eee"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d0f36c967990644f0884de994adb4ccc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cf964b5793ca8a85"
  body.frame.tag hex"d13c9ad95319ea0df3719a9d286901c4"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"2c65ee5cf78088e8"
  body.frame.tag hex"52cb729a3974b9b8f8c742c23bbae8af"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b410ad60"
  body.final_frame.tag hex"f56c4f9670099518b00e44402da74b40"

footer.signature.length auto
footer.signature hex"
  3065023100abfbfdc9c12a2c92efca97f0403bfb2b74b89981622cc8c99e0de9
  54beb8c6b27cdcbc2984dad66b031e24944cfcf0ed023045a2d0939f26e752a9
  a58f6bef449a7bfd4de32fbb0316f102aa19abc406cb546297bd7ea58467e621
  a57a99d2b2083b"
