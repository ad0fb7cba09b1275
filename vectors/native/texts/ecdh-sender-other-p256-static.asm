# 331 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0114  # AES_128_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"c1656f9efbf1b11bbc220a20d69cb81d"
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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    0100000021038802c86e2346b7888f0ce7cef8852eef9a2c1f2a76d5fd4ffcab
    84d531b53f4a000000210358c7521c897daca80a2de59eb85f468c305d5c0540
    37a2353ccd11778709da0c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    16a90df4e206dee5db406db5314285514aa4462d02fcd990ed3b5b211fac6647
    90461b33d6a5dabaa57f01bccebb482b2d4af764145bcfd70acc49be6f3d785f
    7b6d0a09181b90b6247919c5da799aeaae39f6f2b16a8e4b9e41751d0cd78dbc"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"122bfcb5251de4db5adb84c1316db815"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f67836"
  body.final_frame.tag hex"74411c0e3a7ecee8bf435144546a2823"
