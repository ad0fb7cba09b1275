# 436 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7dd19507b6572fffb9435fecc97e285a00e2921c00a2375b33cd5f0af3a78897"
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
  header.encrypted_data_keys.provider_id "raw-ecdh-1"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    01000000310250658248be50cdec5f6385ddf23b780168b03057ff0d93ad4d26
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67d000000310289ec77e9e8
    fc06da201c80fc79f294a504014cf1eed3fc6a8a208ae575a00e15426ac91c4a
    0de9c9513abb46f10011fb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    69b8daea86f6d9b36e8e1802a80a1eefedbf44a9b22349b736adc53515da8cc3
    0d91042220966a1b20be1e9258dd89682caf6bb40348e3b525e8b507d0383917
    0a6ac03deb3b2ae0f4c5d0b8038f088a691d4fd6c257f0e684e5d6459b3c0e11
    b141cf907d7d30059dee906c2c4dcedc"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a5264845ce98a6bf4183d0170487b96233beb4bbd3f49872426da0c2494cb4ec"

header_auth.tag hex"5bfb981d809d0a658590905d53aab356"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1c78bb"
  body.final_frame.tag hex"3ad88df61a8ba78923ba81a413ccb772"
