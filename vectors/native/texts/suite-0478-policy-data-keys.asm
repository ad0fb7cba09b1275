# 392 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  44b04ca6f8541ef0f78186374df7c574bcdd2341e627d284396e4f6abde3f8fe"
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
    000000800000000cb2a630b54ddb29e3fa0270bc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dcc9516d69e505fda134c2756849924432b63ec32dd835b62fe7a2ce730446fd
    97b0f0cb120ca676383f71e2765e4d83"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cb2a630b54ddb29e3fa0270bc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dcc9516d69e505fda134c2756849924432b63ec32dd835b62fe7a2ce730446fd
    97b0f0cb120ca676383f71e2765e4d83"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fb1626dcef6ded01bbc025fb936eff068172769cf3ae941fb8bf2dc4dbd9eab7"

header_auth.tag hex"c3ad8b495171a2fbcb540a6a695a9d53"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e5cf6b8b9cf1fd1e"
  body.frame.tag hex"ab9725095e2150f98be9aa6b5d3aef70"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6fbd4f39"
  body.final_frame.tag hex"5c2d51880f897cce077d4568d05711b3"
