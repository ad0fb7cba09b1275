# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"22470fa4e868837633ca3312d3dbf44d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AwGdzvLhSjg59tQDMhzHNa3Mrl7klf1RYypy08QsCUJH"

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
    000000800000000c74a9ffaa1f6f6e5cb1b37044"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8760d2bf5d77291e944dae5cef1dcf8d6e9b82af540003376f5f68c340f7ff7f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d916866a3886d80d96e6b583e98ab1c3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cb32882698079d94"
  body.frame.tag hex"bb9a138186d799ff31231590a1cf9fa1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9ec522ca"
  body.final_frame.tag hex"bff732c34dc425754e793e91984eb54f"

footer.signature.length auto
footer.signature hex"
  30450320746aec5f6dcb1fec598fb7efddfe07900c33b4a3d11778b8dc16d97f
  4f3ec107022100ad021bb4eb6d636e994e1c5c8dcc2595b2ea1f70f5791f146f
  f88230cb365770"
