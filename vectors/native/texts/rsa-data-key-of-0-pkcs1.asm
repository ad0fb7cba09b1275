# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  248bb8d59d9611c7ded66d9cb147ac37b00577e89315b579ad3218b410b70e3f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4f0935e7184153a833ce76495a706c676ac21ec86fd2ebfe17ea962bb2ca5e65
    ad895c161e13d29cefc985c939b6b4d25c3ea4dc8daa573c0e2312e70fc6582f
    a1fa4dc4976050a9a8c3e6be7e6f858c051dcea08b0a000f6d76990472b9fcb0
    36092bc6df94b16bbef904b9b5667390c18caa4da963dedfca7e44919f56429c
    ebcd13a3a7c85941545700db19223afd0b433019484e1d057f38c54f2c676bbb
    bf4fbe198e16950742fcac2cb8c2d0dd9fbab8a8b71f2d2a7d0fcf64a4d0aa0e
    7ecc7dec43fce578fea06150e201998018043be15bae59cf821d99f0350c5370
    1053b739beac89fcb473d57c0e6d008f2fd9b65cc2322d0c3f5f8b517dc03459"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c899afcf9321db2a8aeb611bd973b50bbfb3a6d0495d00676159b9f73aef2657"

header_auth.tag hex"9cbfef06fdb448dfd3dcb8868feb6773"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a049fd"
  body.final_frame.tag hex"5bd1dd091936d2190c85fd50646b27e3"
