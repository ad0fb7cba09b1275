# 337 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a3c1ec785e9d916e5799c3311686b50281e6abf7bb4e638e6b6b6478d9fa3020"
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
    000000800000000c778e5530612caa3e6c4f5810"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6c7a0c5f2c8baddd3edb7eacb2464cba3a7b6a36401e5be2bda6a399c46c0d5f
    861e8a5899ea7aeb0de1f6fb993104c0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  dba6da59ca5954755d2aa372cfa72ad57a3403912397477076ce5b2446e70341"

header_auth.tag hex"3fbdfde13a459bc436f4c79eabe6aa35"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c2907dac55369037"
  body.frame.tag hex"6def5eda5c0e60a0d356a7b6811a0c8f"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"84ca39d0ad5a553b"
  body.frame.tag hex"0d5d1ad546fdaafa58979b1300ce57d4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"68fae04c"
  body.final_frame.tag hex"273babdb087f71fbf77081896702e3eb"
