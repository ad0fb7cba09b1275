# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"00dba3a9aac212f999526d0214b746ec"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AtLsFn85i5jaDHLz4VH9t7BRwxxI9QZwxlS4cQCNHsw6BhI4LbhRkcO/2yce6GGWLg=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    026654cb1d724b3ed6bfbbc8f0165d3468b0f0cbc1009ac3bd54aeeb7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f828637ee2a9539b4e8c125c49c7413308e36df60
    bca5baa4bb90a2fa6b3e6ae912837b00c42895bfdaf31c26a618bae1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"9253db62ad7a5a82fd1290b205be298e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8eee95"
  body.final_frame.tag hex"2baebb27cb6761ec10133d28f73a8c9e"

footer.signature.length auto
footer.signature hex"
  306502310093b8306366ed65f0f9eed501aa20822030fc6a56a3a62a18d9f900
  2565cf598ecdfcc185d76fc6732c12e5992fb0f5c3023077500eddf9cb5dba37
  1922b42365f0cba6f6408a1a1331dade791576c96cefb39df942cf874312511d
  abbf345723e9dc"
