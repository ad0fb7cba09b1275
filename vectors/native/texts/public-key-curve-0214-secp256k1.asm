# 441 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"0ed28a114f8560563c6d39e4a4424477"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AqeoVOciG5Y2yWGM93aii1tAp/x00+9Nj405zo/am+A3"

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
    000000800000000c5f123bf4d7e41525ca9d468d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1dc584e4c86104d7378d6e3f2b39d95330ec9ad1a114851e742eeeea24deb8ee"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"23cde08add1aed425161979f26b6ee25"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fbd3575ae8f7fa7c"
  body.frame.tag hex"7d2ce5aaa32cac15dd2ecb97ed7db705"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c7c4b347aef78fc0"
  body.frame.tag hex"8b644fe0323aeec25c3946005c32fade"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b3bfeca7"
  body.final_frame.tag hex"99edc174589cd41ca14e71ae3a020e30"

footer.signature.length auto
footer.signature hex"
  3046022100c923d9e9448aebf393733e1a712fa8398e7fa3151323e9cc745626
  e3e1b78448022100ba8ea9516d74ba297ce2126d7c7be1074a6edf5a4f77dc57
  df7a0bac4a9d673f"
