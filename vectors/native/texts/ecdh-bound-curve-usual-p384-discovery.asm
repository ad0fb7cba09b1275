# 434 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f35e9749b9829e4a16e3dbab96c322f0fffafd246507355b2512448dd9291836"
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
    16178c9c4bc6b606dde4fa975cbe9282e57d5470f44d7bae95551937202decbd
    877d556c1fdf87b5a96f4804ca681c0e88bc0ac531b1e2d98e3e602041c298d6
    a296bef6e701fcc652ea77f6234c562066435a29fe9df9b6d4c26f1650f8e2cd
    20f18edad3be684459a1c6b9d910a760"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9eb46699506bfa3abb0d14baa6d7ade90afd9ff2962c1589e31e358aaec47d3d"

header_auth.tag hex"bca79699151b8bc060101b098a28d9a0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"835140"
  body.final_frame.tag hex"187d72af101a1a8b08ee669d19d92c97"
