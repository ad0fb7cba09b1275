# 367 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"e2cc7f915c0d1528d7fdc9028cc0d462"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-newer-than-this"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "anything"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    010202007806d97175fb5711ea0f84f856b96d90058c00bce10e0601e2f09e9f
    e04cfa1ea6f4c276ba40266a3c8a4fc543decb122b5af7e0d22bb7aabc74e748
    fdb7198b35f37c0a48bc48d61d752eed9d3d285b3937d22da7c415736a7ea467
    3f1fad9d4a777283f7424012a0cb441aada8f8f539ae2e0535560dcfbcba8479
    d0837ebd6d6b012073cc208a6ad1e53cc33c049aab701299fd5c43f9ac4f3b91
    92aae2be75f3841249c6e6f0afea04351968a3eab5c20f33"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7222e8b47d3f594f349e0b6420df49a9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"aa04a4"
  body.final_frame.tag hex"b387fa9360a17a1a77b23957df7cf663"
