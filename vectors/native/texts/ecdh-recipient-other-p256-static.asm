# 331 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0114  # AES_128_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"d2aa9fc8ea8e0ec31a6e2cdb051e405d"
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
    0100000021036525225492e7cb8f51edc7bda489eca357280d209a1ec3dc5beb
    a4191272b21400000021038536717e3b2f6575bc08a752a7fc85495f14a93564
    1e13793cbc58c8813ba09d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    56a056418e5b5da12e525f72d0a068e4131e69c19ab73811bc578d363d172115
    8137266473e316afc09e398073bc1cce9bc2f740e537a6171f9dc15cc5652d17
    46583b8f414c06517e1c3e977b1f8413f24a5ca5a793e2abc786e28b6692b0a7"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c677e1ccd54824afcf849c895852488d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"aedb2b"
  body.final_frame.tag hex"595dbce963faf06a3394c3c41d52a0a4"
