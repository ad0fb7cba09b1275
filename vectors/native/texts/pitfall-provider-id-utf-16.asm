# 308 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f40f8d2e20fb7f4cc59066c3338790c4606694a0716a337ac8a1e669dc5aee24"
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
  header.encrypted_data_keys.provider_id hex"043a043b044e04470438"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c1987742b15bd56a185535b74"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a2f921631e5d4baf52953cfa099bdca423c0efcecbd5be3212f080d94d4a1b59
    49fd0d329d25861b1486a0d90eb98d36"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0240187b8de8d09b75fb9eaaf5b310cf6d04b86287eba3664443bf95dc668947"

header_auth.tag hex"e28023d6a5c8485fa589e01be40ea815"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c6d957f0ffd7fe53"
  body.frame.tag hex"53d528c963c6289c80162c9e8d5cc99b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9ed447d2"
  body.final_frame.tag hex"2af41df6a3de130342aeb459319c9635"
