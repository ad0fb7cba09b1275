# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8cb7ed5362d1fcf671e1c435411b5ec20eb2213cdf7c4b627b276b21e19b2ae9"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
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
    000000800000000cf302b00ea11bdb21c06598f5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e1856644d819481099777bc3a3b25e9a8e0c1870bfc0806c8741f9abdf1d4eef
    1e1d776bd5ac2036d8814adbb65cda40"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  bd086a2287fbcd53f602acb2d9598ec5232e18c14ea362ea842fd7d5f71d04c6"

header_auth.tag hex"5fed82cc142df46db7af3aa09cba2c61"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"51f858269b1675a3"
  body.frame.tag hex"224ec42762d67cc998f08aec5644c302"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"92ffd424"
  body.final_frame.tag hex"e8ea811bb1c1bb3c8f98bde92cc590b8"
