# 379 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8dab6a31a805c085acf793d2cb68666d"
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
    18106203da66ce214dbb59d5c0378a2226aa4dd2d67dffffffff0289ec77e9e8
    fc06da201c80fc79f294a504014cf1eed3fc6a8a208ae575a00e15426ac91c4a
    0de9c9513abb46f10011fb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3d628c01f566e0296903bc50b11071a759b2e254aa7f45b06714d1197d9693cd
    3331f410bca779dad09b6f635cc8b417abcedaf13a9ccd27ecb5223b373ec59b
    be5ab0f50dd92a4fce2b471e1f18a7e51e843035901470fc72a518817ae96939
    be1497b9cb9a89a494910a54e9609341"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8284b75edac984aef4b355c27ce5184f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"682d8c"
  body.final_frame.tag hex"d288e605cbda59c8e4fcb893eacbf194"
