# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c4b36d060026750e2530c3b7fcc6d7da4ba08f2e56cc02f06039e25c1e32a32e"
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
    000000800000000ca9f449486323138246be0973"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e117c277bac24ba9ea2397dee667e135b7f6a5169c118427ac6d582aecd37f9c
    4a6eec579fa1352a6378ca8750e46102"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  00000000000000000000000000000000d4e332361e4c9939f9803a92bb9a08dd"

header_auth.tag hex"4dc1f0f38bc26f757d3cca4a3096087e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0eb017a39efe0447"
  body.frame.tag hex"bbc0d0ecef4bd341002a28a7ebac35e5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cf10d7d0"
  body.final_frame.tag hex"e9f13076b03d30e6b64ecedc2e7c17c2"
