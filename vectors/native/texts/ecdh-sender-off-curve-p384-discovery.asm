# 434 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8ca872f640d0e5470919142b0b3a1d97720decb2098d1959caa0d6c2c760da01"
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
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67d00000031020000000000
    0000000000000000000000000000000000000000000000000000000000000000
    0000000000000000000001"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e6891c64fe084f7768db0e7c60334a3103566dfc809952f848894ce5b176ab24
    b5a32d319a24b148727e8c948d08aba50aeba151d3c8f3c32fdf79385fed4da8
    8bdda935583cb0de387ae3d857146218c39dba20b4aa06ff2b73f6c735501bdc
    080daec462eef187ef46ecce0810a707"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  aeaaba69a90f9874dfa3cff72ed0fa7122b062d862dafa1d7b48a59fe6ec46fb"

header_auth.tag hex"1032e2f9bb85504e2fac4f0845bc112b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d9b614"
  body.final_frame.tag hex"a4a59523f7d6ae9d3906ff85ba1f1876"
