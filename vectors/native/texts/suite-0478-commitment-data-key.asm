# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0dc342854bfdbed096c1aa6cfdf1f45734525e7c0571f4c67422e19232d75254"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c4470c770c599c5241d5e4f82"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    082695f6c652c5b6b7e0065b14fbed0d3809efda899ac0625d6673214e4cb87c
    525aadf8385bbcbf2e8eb25f40fa89ec"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4c594696bb8df757e58b2d160cccf9817d7220963ac755b483770da0117eeca9"

header_auth.tag hex"8929129f8a493c5aa560ba062ab37da2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"76d386fbdae01266"
  body.frame.tag hex"75e79c4ad649dcc558f68971af3d777b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"49a8a0f6"
  body.final_frame.tag hex"2c1d6710f07b636d2ee75ebc47b8404d"
