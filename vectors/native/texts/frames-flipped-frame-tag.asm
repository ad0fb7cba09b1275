# 428 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0f61f030cb98f2a9016e5063057a830ab83ce746af931b13bf6d373f703c2df7"
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
    000000800000000cab4966267c9ed6ff3b30ad27"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7a43cf7abdc767919388bea038686572603854ce6e41ad64a7ebd446069ccfe6
    c3160250a599f63c0729072d21e8c864"

header.content_type 2  # framed
header.frame_length 128
header.suite_data hex"
  f09bb08cf8a0423f5b3380eb6fd88213dfb2c914094712855cc97cc635f62581"

header_auth.tag hex"63e3d5b277638368b34d2c9f8799f3fd"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"
    2b9e3a47fd9c96fa5bbba6f86ec2c0da638e77c2e9c09df6377e9bb3dd7aa68a
    0bbbf37cb84882face39ac45dd022f9f22dcdb1b6cfa724fa6add77184a72ee6
    2925effd0e9cc1344be95755716842f1cde7f1b671db6ecd10eb546bcfb2e0f7
    2f3236ca3eb65ac80bb4345f5947d54bfcb4043a25324960ae981b7e8e607a3d"
  body.frame.tag hex"ab0274e8936ae28fb9f4feff7e258e76"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"509b7d42f0e53b63382511a7c16eaa01"
