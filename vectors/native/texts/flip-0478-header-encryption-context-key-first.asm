# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  5136848aad962785b9b55bd98d2d8badab7b2d82eeb6aacdf73cd2f7a6b5a80e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key hex"f07572706f7365"
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
    000000800000000c091a7ad5dca35ad571a509e4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    126cff8a7ed7748a48c673b58816026aea701b4241a6afe5d1487d9f87a115c4
    110e2bff5a8f7dd6cf57fa0822251d98"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a23b49648d1089ce00f83efa54e0da6ab4e8b3cd8653dc489d7549e11e86c6ca"

header_auth.tag hex"a602a5ea87fa7d4e23ae472a3cdf3fb2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b7483281cf5b82a3"
  body.frame.tag hex"c1f39779d0aa9cfd49daa7242d14f03c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ab85216d"
  body.final_frame.tag hex"5da72bf4ca079d76a26fdd2633e01b39"
