# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"464c533cdec2ace972ba87b2e1cd92fd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ak4r8iRCbsP8z/ZwY5ailTA17xFfGRGyFWdmphKeLfQoWLNSZtulz7GeWYeKt5zV1Q=="

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
    000000800000000c6429c4bb61ca53496edb69f9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    18d15f1534e5a4771b17142ddd589df70854ab4850f811b6dab0c69ea5907ced
    261afe3ba54f9b1c38ab4833cd21481d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"392fb524f9c5d1e8d70827cd91915981"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"02d600c83ce3f437"
  body.frame.tag hex"c6c52d8a279418ffb2941fc784aa681d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"929915e5"
  body.final_frame.tag hex"e530a62fc22c756e90f000bd24b88bf7"

footer.signature.length auto
footer.signature hex"
  3065023100dd6e0215937f84f1a76d46d69372d5a413ce59c3f85e989a2504d2
  e7965160ffd8cbefef3285b5fc927736cb2de96e0602305624972e432eea07c3
  d7f90108015164e3d499adc61f69acff71ba265d7e0975791ed169438b1ffa32
  1385b1c16472f2"
