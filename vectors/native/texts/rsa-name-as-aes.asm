# 442 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3d6cceb76eb4ca3f661d4ca7f969bec1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048" hex"
    000000800000000c4cf854d7dae904be4b7ae3e2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8cb8e21573b4e98130757cc06ac875d62dd6f66512b6d0a54958f6692a45e873
    f40de94f1863585edb9f47f9cc229a17f065430d6d692a3d2afddff0dcb1ca1c
    8b219c85f648feb87008ded5377226d50b48b65093a6c0b7e50f2b183fe03dd0
    9fa13b0d61412353e44044f73cf6e673c3565ac31a6ad302b4669cb031acc669
    8487d3f9ea9de2a4c612dcd091c40760b0d95710d30a902925559f4a06d1d516
    b8f3123f2ac8dd8cf59f2435082c7db0b3eedf62068fd46461c83475236e9978
    42cfc4a479c5dec9a4d84e508005f7fa2123160dc933b2da0f025aef44e90da5
    f25ec3021200748161273fa798296731f5ac15c9f905dcfd0149f90fc6c264ba"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"27b7d15c851efc926f17de1f25393e6d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"fb4bca"
  body.final_frame.tag hex"8b46f696cf96cbcb546592909cce81dd"
