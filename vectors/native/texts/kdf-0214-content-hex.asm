# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"a882b51de6431cacc76b38f896e05299"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6cNjl1UsnmtRsqsv4bHY+pbDSCJ9sHHz/DFuHK40c4A"

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
    000000800000000c6dfbc922dd96de3ade2b959b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4a2a935a9e4072b1ebfac207b79a3f001bfaf118db7c78898a1c0bd13a7d0844"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"627d7168d493ac1d78752e782514d5f5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0db9c4424eee9214"
  body.frame.tag hex"41d1589f85fee686f1be36d284fe9b09"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"21f6cb4a"
  body.final_frame.tag hex"39b0c4c13a490827d66eee793f26e25d"

footer.signature.length auto
footer.signature hex"
  3045022100f95b0e4dfd6ebc18ad3f89ff6b0542af63dee0d599c4fe89b2bd7d
  e40db37085022071c050262480fa185974fc745c83175b2ae83679af24c0f84a
  422facb1e417de"
