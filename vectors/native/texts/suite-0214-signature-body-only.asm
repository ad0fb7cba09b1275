# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"051d49490a9682d4d3f0c1d7db656d84"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjMkaaXbT/pC/5eVZP+/wOBSKL/5h2rPEM2l6t0fONyi"

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
    000000800000000c7ef78d7b9dce0b56bf30dee9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    69c5c5c3413cdd8f7a21a58203344a529ec517371d9fdc46f97ae583e0680979"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e44705961dbe2c410a3b00425cf5cf5c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c8c351716be8ddc8"
  body.frame.tag hex"1b7da40dfa009f23e28d90b5a665a748"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"085e9c2b"
  body.final_frame.tag hex"d55a54b18bbbfca2d3e3b14239811c65"

footer.signature.length auto
footer.signature hex"
  3045022100c84c51b0474fd62155694f8d0b0115cec245fa1f0c302bb8e63905
  faf8f8540a02206a3add60cdf50fb6553a0f483ec67ad29b342c90df27b010b0
  58f84aaf86206a"
