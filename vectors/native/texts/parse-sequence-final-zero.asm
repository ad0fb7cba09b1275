# 437 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"5fbcef39408348fab09409a9c2d23227"
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
  header.encryption_context.value "AnbYGO+O1Xq0jJLVw3o5OL0VfGBHbgnXtAunTAgptKzXffdHKKMWe/nh23jMd8GKqQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cd4bc27a323c34deb0c27f38a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    074e1cc49d0735537739f990c0440acf0afc83f148cd443622483746a09dca69
    78363bfa6d8b07648f71666eed4e99ae"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7f21fdf4c9611fac10fd589a0d8dca51"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 0
  body.final_frame.iv hex"000000000000000000000000"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0a"
  body.final_frame.tag hex"871eea139a8ad33a2d01a5eb7d5a1217"

footer.signature.length auto
footer.signature hex"
  3065023100c750a0cb26e60fc7515f45123da098c8b3d0888a8248e50789103d
  fbcb4dae5b7e2699675e0e2c90a50951453f78d9ac0230409b6963ed7f1dd827
  b51649b49a7cc7a3cf2dad742f1fa31aceec3d9e9b196316cbba9601677a9105
  b81066aaf35aa0"
