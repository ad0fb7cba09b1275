# 331 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0114  # AES_128_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"6b04f8397f513437a2d43674cc85466b"
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
    84d531b53f4a00000021038536717e3b2f6575bc08a752a7fc85495f14a93564
    1e13793cbc58c8813ba09d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    40f1811a955aa924fa162e90b96519a5983ca0ca5e302d69c9819c6cf82aab63
    947cd54a736e1d37426d9c2736f25bc11962dfad5fe5f0b27dc8cefe872dacc4
    236bbfa4b609b8fb8f9274e123edcdcd6d0bb4aa0c90861168f2dea848d3b8d5"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7031243ee0f232ff1c739daa4544aeea"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d87777"
  body.final_frame.tag hex"c49b7caec2c79c0e6447f8f1cd36f452"
