# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ec63abcfdbd4de5bbdbc33dd3b10afb4987fe84e99ff5ddc658981bfbd7edd86"
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
    000000800000000c314e6ed4f3b1fd799fb6ab6e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    657c5e961d56eb2c29e4e6e52f4e0bee84682d08ad370b61edc777691eff2c86
    05504a4259a9cad8d329722716730be8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0ef1170b3ed1ee5817456e9b2b404d868a4b34b1cb1cfdbfb94c73fe057827c5"

header_auth.tag hex"125e12341845dde9b5fa3c6de102b20c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7d14b33249dfdc94"
  body.frame.tag hex"a1ed548b0eb6b81133926de041acabd0"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"e19a20b32ca01a8e"
  body.frame.tag hex"2e2862cf12b556b12de33168411cd5b3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5e76efc1"
  body.final_frame.tag hex"3facf8de8ab9a7129f8137b79ebfed61"
