# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a0a42bb57fbe2b4195be2a04b5dfae5fd6a4db4fc897540ec4462597b3b79603"
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
    000000800000000c81d3df4bb65c6f7e9a3e4c77"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fd4e48fa7ed1a9fed0b9267a459216b3dbe37316899bf12ccd69c859fb117310
    2db191ebfe560469ecc8e416850cdb17"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  929375205739a1c969d869829f313016db9cbaa696e091e0abe5c2a1677aa5ae"

header_auth.tag hex"9df13897cdbc49a757fc487f833ac192"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"084e6d6853c5eb8c"
  body.frame.tag hex"6476587abac2f08153c6b7044e8145fd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"007255de"
  body.final_frame.tag hex"672ad7487681f7067bf76c618ed7cbf4"
