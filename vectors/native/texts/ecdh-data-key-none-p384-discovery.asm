# 402 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2e285930509500dc21bd24f542994fcebab3e9fc94fac5d454d80c9f93fbaceb"
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
    a222aa9d591abd9aaf0fce0a96cb071ae6c99c16ce816f6485c5c6b2b3c6ff9a
    558e0232bb87aa231df8d6d8111953bc076a6ce17bc9675b0e7f53d757f68601
    4d668b54892d06872460afcc1adf3dda"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6c012acabdcebb6aa70afa70bd609e9d1b74f6886e37cb8db25fdfa09d1f34ee"

header_auth.tag hex"9e8b6126a627775b912d953c1f1fdb10"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"62012e"
  body.final_frame.tag hex"c20501aa09f8a4f3b8d0284da9902dae"
