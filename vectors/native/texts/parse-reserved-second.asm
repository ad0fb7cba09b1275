# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"8e71e43e3494768a5952c8b544286016"
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

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6iYc/vFv8ZCO0t4xtFXQbo0DaPX9smoWgfRJ/k6gBfOMLRnomyWoKT+c2fnZS5DYQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c755ad47b33eb876174c41bd2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9819fb57cca27c48e28a108cda5c6211e0b5003669defe365a5c76059b53b3ad
    2b523d881a973a77c4ef7be5db2ce8ca"

header.content_type 2  # framed
header.reserved 65536
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0620cde78ddd0fd2192dba9c319cc32d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5353c2f206409452"
  body.frame.tag hex"912c9fb3b71bad6ef7417ab839db63c8"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"a1f11dbd63a68445"
  body.frame.tag hex"5d6f57cbe98c43e6765e2d13df13bea2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"108798af"
  body.final_frame.tag hex"9abdc7fc06db74ffef64baaf35096208"

footer.signature.length auto
footer.signature hex"
  3065023100fb9dace98a91c21290610275a6986b11730474f0b1f6205eabcf9c
  815e5972088823cd8644860c6bf4a228202a9081d502306f25af42d51b536ada
  6064768a914389e0b4205916871edcdf3799425bf751fb7ef16efd0371b78a56
  e1dd17d300c557"
