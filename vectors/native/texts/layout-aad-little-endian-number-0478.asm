# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b13b0758a60c47ea73aa7cfae069de2a48d70ce623c1e69fc1ceb25bb1c44116"
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
    000000800000000c9073e0034a1936b7a7298eba"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4b064a5037b66e345924f1fc229df34ed6ada9bc6bec4f3c4c39e4082047dc66
    384dab181d9649b50d488c65dcbabc62"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2d633a9972ded4eb9413246902bf8b6f5da977dbef1b65d71883278062cad890"

header_auth.tag hex"19926b79e4df2665b3d095a440e91e56"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"864c5d67fe2d9b78"
  body.frame.tag hex"7942aa3d0a81b8232b77c1fd3f4a2011"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"49d3fac9"
  body.final_frame.tag hex"5b215f264316d2b0253ad741349d973a"
