# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cf993fbb562920a93a27f1e3fb5a1c373abc9747ae502c286eb56faa637d39f1"
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
    000000800000000c82d8a73d52cc51306f6f3377"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    86487f8ef98317e88efc60e3b83f7b11b3ac5a785b5f75ef649aabfd65e054b8
    2a4c66b1cda51a8a36fa520d118f6940"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  18918cdfa625037f99e48e5df0248b5168dc7a59e2d03867cdf76e0353d8dc35"

header_auth.tag hex"0e61dbbd8a5bc0e9d34f39b96859b49d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2bcd24e8f173c672"
  body.frame.tag hex"7d69d4e5b1bb4bb2abaa6e1b82240e9b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"7c7d9ca4"
  body.final_frame.tag hex"9c8728a80414c1b2cfc44422f425683f"
