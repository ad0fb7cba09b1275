# 434 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  089ba52e8865aea85d8ed81aa8113834ae4f419f7f5f7dc07e0847c4793c9545"
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
    77a7db83a292ab84e29bc4f06e5cad28c2d755c2bf1e4d9d9e14fee7c32020f0
    ff9fbff5cf09842a35b048fef21ce75b5de09ce61e25221b0c393708d2f7248b
    32beec2780dc1c4ea001790e9bf23fa93e9d300d6a95401a7d7a29fb7f5447dd
    6b41060d6ba1359c5a15ea2a7a5915c2"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  03cc690aeeb050718717cc9541e12c33ffbd2894a873e7c75969b1097f7eac8f"

header_auth.tag hex"e91528d6f802f9fbb749e11e66fb8498"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3239f7"
  body.final_frame.tag hex"9159f0071e8494810217550394e82485"
