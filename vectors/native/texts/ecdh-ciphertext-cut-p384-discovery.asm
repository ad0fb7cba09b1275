# 433 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ca2b3ceec419faed1f0fdbc0e3e84f423437fdcedb15d866c873efdf38b216e8"
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
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67d000000310289ec77e9e8
    fc06da201c80fc79f294a504014cf1eed3fc6a8a208ae575a00e15426ac91c4a
    0de9c9513abb46f10011fb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    85187697e7f7917c69b5b96f9c56c0f7215d8cd8fd07950dae5b4bda89b36038
    d9251102d2df4af24ce8c1d80764dbc9c7387bfe4ee1cc960cbce5efca96f438
    409771fc1119bf6aeb5ca9f7e87c0c03bd66ed79b73c656cb8a2cb30acd49475
    28be8bea94a8933fa50a9ba519a26b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0a04bd211196fd27cc27daf4b26dfd520cc27a531f0950f13f2e3d7cc6365b85"

header_auth.tag hex"d2e06c0562c3e510f9e78bad7634d552"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b4d5bc"
  body.final_frame.tag hex"8f9d8af24fdb4bbf78d278729646da4b"
