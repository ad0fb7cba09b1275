# 375 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"b2654bc58d545457df81719873f242ea"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Azr4R6teyB+LLc4yRLKu2R7jKDhmDuKDnzOLUINbczWM"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c168d26701835e9832f3bc2a2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4f5250a8d6537070f6b30bf398f64bca9e0e4c85aa9c8739ee9a68128d260894
    5cd9196a237c5a9a108da306822816c7"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a79e6d3c9e3d0962022ecf2c3acebc1c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f1ab6c"
  body.final_frame.tag hex"7b9457407a9009031d63e7829eb970f9"

footer.signature.length auto
footer.signature hex"
  3045022100dfd7ddf7235b59ac33004104946d565d97dd62ee81b45ccd811f51
  7321e877a902201fb136b550deb17839a8fd456ec6bd0fecaaa44afcb3a6a77d
  846d3c99bc1daf"
