# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  72d959d085fb02d6851e0f8a513f37f3b71a93c1abbc175a4bc3009b0f530194"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1Z4GZZ63I6ZefYWszxa1TuOunnZDIfysZgS4tvrfJN0OTn127wRyU2o2F73PWKi9g=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c88f72c04b02954685fad1ea9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c218025d2ba0f6ce79e629c4ee16403c0b55d5e764ca8f739220db83d8f6b803
    db3efc038024a9fd51749f9ead09a7cf"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  1666897a3b0617bd28baabacb3b41084c5a0cd07a8f3eb7fdf981ebfde956e36"

header_auth.tag hex"4d71a53b100f919a75b893e91f77d4c2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2f26f774db444a99"
  body.frame.tag hex"01243ea2c89abdd8f81203ec15f78383"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d49b0779"
  body.final_frame.tag hex"35bfaa6a268bf535770ce27fac1dd6d8"

footer.signature.length auto
footer.signature hex"
  3065023100a0cc2c89410b0a60fb4121388fd356b93291f2e6880cad82ca31fa
  7e0c9fc63ab5910645f5b2a35525b039fd3144601b02304a9f239dd5d7bb9414
  344436269d66419f9e725db9288a14e21693952942d3072db6afc441d281451f
  fd33778930529d"
