# 285 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d3e22d184a8b1da5a3b55c9a4cfd8663dd5b7d6f064d9fdbcafdce9a80ce739c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "1"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "2"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c9cb65576cf2405ca82df69be"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3135475cd27cc7c50d5c0c48db6be9023441241ab8a2060212d6546ed3791404
    9aae4e5fa47a5c248f798609a591bb95"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  62df202c5c381c0bcba0e2082178e356929d49442069325c8dc567119b999aa1"

header_auth.tag hex"006b3168d55eb035b41c6a6e04718722"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8a184e38c4388b77"
  body.frame.tag hex"4c84659d921fae834e41c5aefa429dab"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"770a3af2"
  body.final_frame.tag hex"9300dbb85e747227d1ad41c09ff91a99"
