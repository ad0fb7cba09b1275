# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  5580ecdabf3a9dd65cd73bac27991ac929f5250ac80ce5c8c0c07eb784bb6bac"
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
    000000800000000c6ea86ba62670ae869f5f0734"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ab0af74dd69309c4bb58065c13ec0532e42dfc8094fc3936be148a5dd19bae3c
    55d066b5698873be17cd336c0cb107d0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  83d2c3698eb189d78b54bfa1971c43d3b5e27dc40e60f00ea48ea08b8fd75a09"

header_auth.tag hex"a8775512d4dc6b0b8e3d33d761d13541"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b248f9b30e5475a4"
  body.frame.tag hex"18b7b84f175093c3411027e176f29c31"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"0fbda367d4da874a"
  body.frame.tag hex"178eb332123953ac82e8456e9d7fd289"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0111ba3e"
  body.final_frame.tag hex"6bc89e4391b3cf3da82c690652df0ad4"
