# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  941024b4fcfae53615b6341fc3982502ab73a20539aa9f4729bcf91406200da0"
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
    000000800000000ccfe9c265f665decfd7b02fff"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    64bbe7df3f042f285c27537cd866984fdfb345fb6451f8c869f8b00b4162756c
    1007e07d2b04258e85c445f15c2d4d95"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6f6fc63f476dea5ae208ddefcf4d8bc5bc57cf15b3d3d4954a324d7fb26a4e61"

header_auth.tag hex"8c36bdd5319f404eb53328d87835bba8"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3b9b83f25af2a442"
  body.frame.tag hex"ed0664d68c5a8f3393b059663ed78181"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 16777218
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"352c69d3"
  body.final_frame.tag hex"bff04f3cd9c929363fa8afe4aaae8cfb"
