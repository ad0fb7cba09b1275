# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"f26129d88c79989b1de60ff059f226b7"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgxIpxxJg2xQ8TfPMj/++C+p1RZXWEixCdrEpyS0FohGU1eCD6FmDSBQl7K1D5mECQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5f46c865cd6f5dd2c09e253f9cc8f32d534e160442d4a534479313e17e0c1a52
    3d4b4f6a8c910a1b2c3d4e5faea5c85a6bb88b403fff6460f4eaed09ce004560
    20b4946ef4bfba122e82243f0fc6f13b8ed9e3977d06df23e266e6f1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"201a06011b829095df64b28f9a533e4f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8bc508"
  body.final_frame.tag hex"9dac9ece5ea4e729f58370b27fc61e4b"

footer.signature.length auto
footer.signature hex"
  306502306abc92c5d5f3cf9eb200e5a61d21368b44226a2d69d468849d8d4cc1
  81716319e705a6d809e0297208142a435bf6e4e6023100abc3fa997676bc7e65
  74242b3819429f1ea723895528bacb5e8efec1ef9894d3a7eb87b3fb305b7ae7
  94e5e678bce51d"
