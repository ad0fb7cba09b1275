# 379 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"db1c197a331429f32c5e1b57492bf16c"
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
    01000000310250658248be50cdec5f6385ddf23b780168b03057ff0d93ad4d26
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67d000000310289ec77e9e8
    fc06da201c80fc79f294a504014cf1eed3fc6a8a208ae575a00e15426ac91c4a
    0de9c9513abb46f10011fb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    898da07a5a02e1369e169c1fdf0a6d4674d5c770c2c1107a0e99a09132065112
    d0d118ffeda6b3c81104ab5e365eb72c48272c79dbda7dd8ce188242bb9e2537
    42721533c606e5145a73ddab12daed66955df9c4a4c5990a1ed8596e9a85d0d8
    fc6e31cc4103b4e646866009e3c86484"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"07886d3ce3df6a45f5419865de6c86de"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4621e0"
  body.final_frame.tag hex"57b9513dae53e5751391b96596aa1cd4"
