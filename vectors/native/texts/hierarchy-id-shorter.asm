# 427 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"3810a57d685cd26d3b40d6578cbb7741"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AhD2wt8ORugW/dZJCBsN3NxcprP3cy/b1rGu6E6bk3XBYQW9RZzvVIsuqOm3kk+SrQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    049d11922bef676b8ae2ffb2358ad20c1999cba791eb2a29b66d77cf7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f73043b4e03df7c01b3f3d42f3ca67bad853efbce
    fcc6c33652cd9f3000455c51915cd16bcb8d6b47a9c29f92c22cfcb6"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e46be27c9278af73548bdf92fdef3b69"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4cf11e"
  body.final_frame.tag hex"ef6040bd74d3628e67dfcb3abc129d3c"

footer.signature.length auto
footer.signature hex"
  30650230267a74d3ffbf3f3bea9ed9e1b5b83492060162b8e38d4cf8e545c566
  7e64e7625cd2b70f7a23bf5a6e68bfa5e3e5d511023100893266e5e6902898d9
  a1fcfe249b9ccf57dbf9523621995f9e40a57780a2780eac6243e1fad74d80dc
  277ac39656dedf"
