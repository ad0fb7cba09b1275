# 466 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"0ad60a4aa3ad3caed7e4acf4353a251e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Azb28J93g0qOYwUiLOEXDUge7QEAzYU1tHMB+gVHX/H6Zx3zYho0IOwZLKmJTQcyDA=="

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
    000000800000000c3539cb21360bc6d1e2e88153"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7ab8bb407eabea855689ebec84225e2d674b1561051376b2dd314085da010197
    1d73d8b783a15e871124bbdcc3b8570b7e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"331b5058d1cc74e4a60f7619ac590936"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9c59ffca4b1cbfb5"
  body.frame.tag hex"a242de9be79c7762282423d1b9f77443"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b15d4deb"
  body.final_frame.tag hex"930ca7156f90cd5ef2b8b269a9a7dc4d"

footer.signature.length auto
footer.signature hex"
  306502310098fe692ff38af47df05c84d2b3602ebe849374ed98c77450546728
  00a9e767c9b46e134056fe5d65cc00fe21702aca7d0230706f5f72f295a64353
  8c853454d1a48d5c2ab258b9fc75bfca28d1074b279c65225d1e78f391ba7654
  435a838329a99c"
