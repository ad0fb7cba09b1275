# 304 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ce98289b75fcde2dc3955adb087ccbf5118b3b9c249df72f620bcd91d4480cc9"
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
  header.encrypted_data_keys.provider_id "клю"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ca50d2c545ffe624ce30601aa"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4331e870e56f80c9e98711c782534beb2fa8434aabe6f7dc136185a0be4ce795
    ffa37547146d1cb1cf67b8725c263ff9"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8b582587751f51c4b54a9db1968d0a8a811e064c2cf8fb08a548ee89f86612d7"

header_auth.tag hex"64434f62ef2237266bab0cf343aeb50f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"05d2a8955eecf2a1"
  body.frame.tag hex"3c544b8d7ae6613b396bad86db7c7ee0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8919e1f8"
  body.final_frame.tag hex"451d5739a9720e67f5617f85f08e18d9"
