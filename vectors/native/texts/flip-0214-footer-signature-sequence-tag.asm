# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"55c8e61d2cb6eba747e4117b75c1eebe"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AobfxPmnxeHx64UVCS+nXcEKvqWLZlG9E98PgstwLWwc"

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
    000000800000000c797e7c5d74ac4eccffd43f10"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2fc8ef2c854b6ce968748bba88ca3035733857b2470757d5d0c397f9524624f9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"56ef394ba6856a0eb345e019ecb0dee2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3fcc8f3c186fa844"
  body.frame.tag hex"5d63a777b19b741817e1fc48d30f32dc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f2dfeff8"
  body.final_frame.tag hex"79b49d2c5546ed68469eab12569abdc3"

footer.signature.length auto
footer.signature hex"
  3145022100cc1ea1a7d469e600006088047a42d5aea100f2d8fa70b259a71e2b
  6a11a44bdf0220511156cb1220e269c6ac8288410d2f3a811032a5e41f085904
  e34c8cdcc673ac"
