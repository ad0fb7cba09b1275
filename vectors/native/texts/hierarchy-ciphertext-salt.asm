# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"1d0d3950c80e615c8d342933103cb7ff"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8MFUidU+PLsnsLB5juLatZA+0xPZ+GGopU0maBL2xOte+a/xldOt9rgyn7DfVMLQQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0d2500d5a5a82f328e4f2a4cf1c080dc0f05d8eddffad465493137607e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fec1a84413561107cf2aa43fb4d5d89213a63f3d2
    82755f62b7981943f5c422ff7273514b9f011b7cbed1f35c810776a5"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c62c26bff622801d1cb8f9ab03b03bfa"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"da3b5f"
  body.final_frame.tag hex"db724950de35f8a1ba4642791bc8db2e"

footer.signature.length auto
footer.signature hex"
  3065023100a7d06ca7102659aaf28b76c37125c6ca7d4a8cd068cd02afd4c673
  cc39c24365e43db10f506ed97ea58bb4e1982bfbb50230064bd3c9e818fa82b4
  83e08b6fd90ce6cb911499233bbeadf08d937a9a07d8d103ce3d149f239019bd
  5b62f5801071a4"
