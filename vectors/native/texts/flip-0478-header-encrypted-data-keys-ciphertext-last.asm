# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2ff2fae5a7e74c157c8a1ff9d86e2608f89163212cac14c72164b023e62e1e2c"
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
    000000800000000c7a28a2062286345170353af1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    44486a41554f65bacf6742eec6576585a65fca9f826296160a9031a0174fbb07
    1d6538de6960b2e055dc062918f840a7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  69cf3ab6e933be1bd05db444e93997955177be223500d0b45cc49a6d32f5752a"

header_auth.tag hex"1d82d116c134292b58f0b1cf14373048"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c178965da6aad09e"
  body.frame.tag hex"e65a9b33336970f40da2eb081ba52a7c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b7ebdd24"
  body.final_frame.tag hex"84506275d080533e674504b079f051ab"
