# 392 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8b86411daef2a48d83efb57e4264894a6e3924a42b44de4a37bd288f59b86edb"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cc94ca2a11ed9b116074304a6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    406a60ff518e11d5d5926b807d205c9714d87297895a1374d4b404afdd93eb74
    63692c6cd105ebd83b6d1088fb6f967a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5f75121875f1817a8f40cc75f8bbe7c413b697d6aa3ac1aa5f56ca9be046ad2e"

header_auth.tag hex"f04a1cf119d6e6de0108fad8fecd0834"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"778a97cce7f2ff08"
  body.frame.tag hex"dd894fd3ae7626563f89e279af1d2d12"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"ec74bc7825fd9388"
  body.frame.tag hex"63e3295ade2f1ddc11c2f244abf1a32c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cabbc04b"
  body.final_frame.tag hex"6cb3b2a66b1a3d872d4b5ea3615828aa"

# 40 bytes follow the end of the message
hex"
  ffffffff0000000400000000000000000000000400000000af2c55d66e106405
  fe4d05f637afcee9"
