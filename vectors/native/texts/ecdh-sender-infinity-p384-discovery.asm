# 386 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2af5b86315fddc7a427d77540643594e14d6a3305813af39ad7daea7c51639a2"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key hex"7f"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"01"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "ключ"
  header.encryption_context.value.length auto
  header.encryption_context.value "значение"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "～"
  header.encryption_context.value.length auto
  header.encryption_context.value "wide"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "𐍈"
  header.encryption_context.value.length auto
  header.encryption_context.value "gothic 𐍈"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    01000000310250658248be50cdec5f6385ddf23b780168b03057ff0d93ad4d26
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67d0000000100"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a3a83831d45b340d3eab53970093cbbb76db90fa3d1e95fbd564a71d2f243a1b
    d5fc20a473b0cf464dce90ea6c60f2a319f2cd01858787469ea97d7626718e87
    a96b28c6135c50c377db1ea5344312ddcf5055e29b37c9638f347c7e5ff1c469
    7bb1003a943d7a310f56e54e01539685"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  cf950db1a5ede58f03a5d87df5868b8388d31577aba310fa573d13d6c8e47281"

header_auth.tag hex"ff41d60ab04a99c02c367b9c09cee1d3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7553a5"
  body.final_frame.tag hex"06e45f87c08c8ce5804a8129db1c283d"
