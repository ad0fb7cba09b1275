# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0b813326e74b1ca59add3362b98cd349e613fb2706e265c1a545007b4aad21c3"
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
    000000800000000c6fc3c25d55c87fc575ac0b42"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0dfc45b50cac9c6642482d47a967d0bbe68bed9871f00fe90cf052d107fe9da4
    8f663989414e4377cd648565c3363f85"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  15e6d82c9f71e31dbe6af85e0178257a939ee5d69c62c07b51b2ec85df9b877d"

header_auth.tag hex"988511e4f9b8ee31027d969e8f4b5bb2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5248318d6d25e850"
  body.frame.tag hex"f4a324e1b507a970b934fa755f0ff135"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"77a79cbf"
  body.final_frame.tag hex"e9a8b83ccaf5e61dc4e14a7234a9118d"
