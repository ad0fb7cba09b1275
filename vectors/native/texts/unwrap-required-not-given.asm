# 329 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  50727922aeae241cc136c0c7de33898c720e1fbd846811c64ef75f2b9f3bab1e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c3e5a3cd545471b206e68dc3d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f79ebc8721adec93c8b98deede360fdcb80c8dd381f33d8785f584cf0ea002cc
    c5f7f7ebbd6fe68d8c0bb14bd386d436"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  44104c5ba25bac04c235cc40dfe1b66693a1912d124946edd4643c2101d44be6"

header_auth.tag hex"ad53f171edf66386bf67ba33c820f45b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"56ef93c41fa2d589"
  body.frame.tag hex"9a8a55a981b20f2eb9a617a79122bccb"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"cbbe51ce4e783bea"
  body.frame.tag hex"3c71505810651dcfc3612f8c05b0a2c7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8c8a926d"
  body.final_frame.tag hex"8c7b5ea5f46f0847838232f7a8a5bd7e"
