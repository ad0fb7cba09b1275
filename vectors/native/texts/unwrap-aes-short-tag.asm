# 348 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e161ddf83840440de44ac590daac693f1620c1574c1c8236261a08625df0d507"
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
    000000600000000ca6013b75bce1b291ad0dbecc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    004ee855e951ac7f7405a7d58956a5b6e2c29ca224e47e48901c597de8529283
    e951cfcd4d8cbc84ddaab275"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c94000da33320df87949646517ed4baba34ff21855c68b8c179bb454932e0165"

header_auth.tag hex"3f0ea33e48ad92d985d76a9a7c5a77c8"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"707a0a3e20a50cd2"
  body.frame.tag hex"b2462175c431316c32d6773fb0ec220e"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"e54d1294286eac53"
  body.frame.tag hex"54d39cfdfa9550a86a314f1317546bdc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5c0f729e"
  body.final_frame.tag hex"dd858a1eee6af98565c6749ece265f88"
