# 420 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"cf36fbbbbfaf81a50ebac47146ac994c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AszRXIoZ6A1sSf81YxVCwtepPv+v1vHh0Cls3SN7qJ2u+UQb4BqdfMm4hF52HTaIrQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info ""
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    63dee29cf2a2f662cac6853333f7651b6f33946e889cec89bbec842c7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f82f99fcc0b92934c80df61f8005021bbc8dc7763
    13a6915009e0e8191fec831bc3a38c37d52352d4d4e7740b16de4d99"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"797432f39cc52e6f3ceb2852720be2e1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8adee9"
  body.final_frame.tag hex"bb4e2898f89ea0d2f98c6dd13533c73e"

footer.signature.length auto
footer.signature hex"
  306502310080845aaca9c42dfbde9a183c761f73e26f3ff36f3a5c3c642791ae
  c3a51d75eebd2df25f04c2f8bd7f0869d6a5fbf42602305efd722e58f9c62907
  a051ad0d8e70a60d929874225438f34e0f523d6f4020c519f3585ec02971b577
  4d1a4728674294"
