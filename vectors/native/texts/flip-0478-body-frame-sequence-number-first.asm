# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6af37c3b6e1d231269c14a4fb96fcc0ad6b4b00b79dd2c70031f873611fbab36"
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
    000000800000000cd6a11920b52498330bfc6bfb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6d24ef820db2409c477a423f022dfc98accde0bf3369c9aad50c85a1b6f20774
    31726ab0de5a55537266616e917e3743"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  733aa2e95a424556117ebd8df6456a41082253d8ff15dd1d39d986353efbe31d"

header_auth.tag hex"b6b6e9f66f49a4cfbb742cb450ec9a37"

  # body.frame[0]
  body.frame.sequence_number 2147483649
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5c9125270c2915e1"
  body.frame.tag hex"dc6030ab66d95074210fe75b8ef84339"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d3d876b8"
  body.final_frame.tag hex"de572909bd69428425de2856e7ad0b43"
