# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"6a326bfe4350e2528994a1e6eff893dc"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkCEXWI07l8NxB6iYJSeKtuNGlqJhK8I18gtTyvtR2njhw8GLIsCMvZ4xVbWVl/85w=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b46154672026a8bdcae970f9cfb49628c5d732e589ae943a2b5fb2937e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f6337f3d09a9568a919cfb347e265fc41c95153c6
    5dc1aec7e2b3e4d02f54ba8f579543e2e12709af280309901ea818cf"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c60a794d850231a29a3c544c2b0b0f75"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e1387d"
  body.final_frame.tag hex"f64301133fd9e3ff9c60f11ac12fc684"

footer.signature.length auto
footer.signature hex"
  306502304568bf2e38287f5d2e849d91cebfbb2ba0418339dd1fe791ea78635e
  876cf1718b0ea65bacc0f657e75ecad7b0454100023100f0a9c60d6e1bc45ade
  272ad190f050be107e96718fb19a4a1e02072b89379ef0f91392c37556dd5f3c
  dd70267ed4b225"
