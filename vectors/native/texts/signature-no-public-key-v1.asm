# 427 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"5b188f71e0646cce2e965ec2ac43aa41"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c88564bc32d3b87a11a84af23"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0f54f5d4616062e1b1e11349ef3314d9463075027c203850d12d6dccefecf884
    c01f67004ffcc4b58ae8d3407db4d5f8"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"67500647a71d2962daea5080de99779d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0f08b9a39ef40f09"
  body.frame.tag hex"7f2a19e655f249ba4665f83e2a525138"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"46a3ecc38c680a5e"
  body.frame.tag hex"2edfd3ddf8e49a75662a5eb5435d1035"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"96512384"
  body.final_frame.tag hex"695b52fc49bf9f4086ffd2e3c8ea09c6"

footer.signature.length auto
footer.signature hex"
  3065023100bf4b3bf34cf7a6da06a1a00a49adca60da0123e98cab77841a0027
  5d21fc07e5c47964c503e0eacce6294d00a30505a70230469861080b09131beb
  817bd785c3a189cdcfc2b326cac32d5797cda1c802523540a99558a1e3ebd2b9
  e8de68bde374a9"
