# 521 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"e442256d7ca2bc3fe92b9dca031580d7"
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
  header.encryption_context.value "AvdJmFiRqEm0kEi61vcK+0fdv+VSZILd/oo04qGnk35bXdIhpyd1r9wX/W59BSoqDw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c8954cfbc01a5eb99f970ae0f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    713ff1e71fec6f513b12671754aff23c80e44a3997e74324c1252c0a76b470ff
    ed428b5207331b453bf362d7ae9f6037"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7c2d288c35903a55930ba2064722e8d1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7df083f79f5a81c6"
  body.frame.tag hex"44165fde47850aaa7fe05c81b0385c77"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"7ba0befbbec52816"
  body.frame.tag hex"ee4de0dda9af811defe8938bceb9d3c8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"74e58648"
  body.final_frame.tag hex"f0307f3861703d4b5bd7b266de903b94"

footer.signature.length auto
footer.signature hex"
  30816502303b9fe5e2f4b337f37b3abb1c82e13c026af56478bb1a96041bb7c1
  cc64f3d3ddf80361c35221e873038918f9a4eff31b023100ed952f5a0d4e8c0a
  b0431e9426c669a1bd1bb9ea8e0ca980db83f611ccd04373974b0aee38f9d8dc
  baf2cc87768b1e72"
