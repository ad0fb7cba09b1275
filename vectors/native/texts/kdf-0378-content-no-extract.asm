# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"8be0c3e5113fc368a176105de55c776f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "At78poJa3sAajLaAcGzPT81s/l7NkxBkdrhOEJTX5htG4BkDkl3lR/YFQZo+te9L4w=="

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
    000000800000000c327510c8596044b8fc7b626e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    150bcc8f0d7871ce1d65bb3c31628911c5548efb55c389802e0ebc4aa5c420ff
    9caa65360c806db28882a483bd3f8e6b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"9eb09e54f5a872d4edc30205da4f635c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1c1f3ba67f7019bb"
  body.frame.tag hex"0b0acc1f9f558a298da68a3bc35a512f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"74490be4"
  body.final_frame.tag hex"aeb6deb1befc73bbe464350a260012f8"

footer.signature.length auto
footer.signature hex"
  3065023100fdbb008040bca3ec913baf5bc36ce3eeec48e01af819d4aec8e3ff
  e3e2232c1be6a7ca05bd1c513bfd4a6f9f95f4cfaf023065557444a1eb6f7f22
  d6efd5314734d962bbbf77f6eb536c6195ae395fed8c234e606746c39352461c
  1c7efcbcf60bb8"
