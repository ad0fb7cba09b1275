# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"292cf189a6ac9c6b5a73e4f02e2a7c93"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/LHIdSAW433puoti29nTLP0O+6Smi5NlAt49eK+T429X5YpruxyelmFeB3Bs9QIXQ=="

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
    000000800000000c01db15a6138fc72c23756a87"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    648b77978f2ab8cea35103c7226b6502112573a2cb9390a9ce32a27f3b867f4d
    0721101139d3dd93ac6964e6da5a4b67"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c2e1b85de746000024e5a5fce495894c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8cc66a042e2b7a2d"
  body.frame.tag hex"07d8ed4ec6221d65a9026f737963a528"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"303fe5ef"
  body.final_frame.tag hex"e9a4de25497265bf1b6341ba18e8235b"

footer.signature.length auto
footer.signature hex"
  306502307a8016004500e4427b27a2dce29069b8d6fbfaf74f37d64384b9e7f4
  a0ee93b174f1ea6c0bfbab2a50bfc171d504d425023100878c1cc52b83023de8
  b15bcbf9ea22cd688ab61eb6f4c059769625530573730c710fabb06ec64ff80f
  de8c0ac277b74b"
