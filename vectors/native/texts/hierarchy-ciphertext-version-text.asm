# 448 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"6402edec31c9a7d8384af4d2a9b100f8"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/6+b4oMjWwP4ag1xngfx6/4/+zhzZ/lqIYA5na5xZh6a9G4CHJfuWuIozfceH3eTg=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b6bd16137fc2b84b1582b16334a2a8545755d81f4fae4f1feae1890237653063
    316135322d336434622d346636612d386339312d306131623263336434653566
    24c1745e2035447396bed47e8f02ba19e76f2fcdc1b3f7d0288cb05add8d00fc
    302d26d272bfc86fd337c9da7fe8ee13"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"64e982f6e83a9da9c415c2c8230b1126"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9654f8"
  body.final_frame.tag hex"f1036b355e3bb5470d3a2abfefd9ffdd"

footer.signature.length auto
footer.signature hex"
  30650230594be0d23ed68dcb8b0031627851d0996c1eac65feeef27382ef2800
  7e6cbca6d50c18cb8eea2d75afd6609097b0e3c602310081ecfdbb2247f60845
  ef42556d03332393058bfd846012ada88802cc5b542056b37decfa23f75e38be
  4633c924dfa025"
