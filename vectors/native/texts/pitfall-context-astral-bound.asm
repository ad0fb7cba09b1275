# 290 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  74fb8f95565a0f8c6c8f9547ad1fefe5960b5e7a12890f5331428149cb0f1ff8"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "～"
  header.encryption_context.value.length auto
  header.encryption_context.value "1"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "𐍈"
  header.encryption_context.value.length auto
  header.encryption_context.value "2"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c265a9806c9c74c00bf98d827"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    df4f47244d07b605abc3d41f6f868588c47b06f17b365f442b246f30973c5c18
    48ad8566d4119391f87e8328f9838d0b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  058c6023f034016bb6dc539ea24b7242677a5011705ce740d02775c70f1dd24d"

header_auth.tag hex"9d58a2d8b98c5310b950d9e3ac679ae4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b2cb8da45dcef198"
  body.frame.tag hex"653d9ef08c5bb7dcc3442b8799b88141"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e162a289"
  body.final_frame.tag hex"993404767ebcfab75bc156790ecbddc4"
