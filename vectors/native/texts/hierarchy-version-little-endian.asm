# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"060bf18735f22a159e4faa87b6fae45c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxMQOPALSx3XxlfcHK7vH3AG/SVbWTcR726g84yhORE67il7+46ALOxcp5LHxUINOA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    712b89e5c9672de49d7f4c16044ba74c0d9e9ba339d3a7c279a9a7eb521a0c7e
    4b3d6a4f8c910a1b2c3d4e5fa7b57ef0574f450acc7e89e850fd8422bb84f3d8
    cb9f2c6a37e86d97521d80e1581b8d910119adb1cef55ec565cef8e8"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4c42a3367cfbb6d4127a2831508bd223"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0be574"
  body.final_frame.tag hex"093b7bf5a6d63e3734c8f15878491c89"

footer.signature.length auto
footer.signature hex"
  30650230395d64ed78cf77d9cf9d2eb4582fbe759ec631835927a933e4fc3fc2
  fae00dab3742932c3724d00780bc939fdc1fced80231008ff1eb340259857b1b
  338e3be548c8f42f13f7f0472f1824b00b846a7629c65845d1fcab228602bb28
  897fc7284815d9"
