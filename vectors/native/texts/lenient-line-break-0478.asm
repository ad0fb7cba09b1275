# 299 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6e7fb1b3cdee08462c2671309a70466dd30f5ec8e8eb5c6843cc2ea22bfff802"
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
    000000800000000cd3439575f248ed5b8bdca4ec"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9998b61afd795d0d8db58527addd6874b105e8f6ad4c4d736bbfa4f94bab3da1
    c7e2fea211ce7f61eb7d7f1b2de4f9c7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  bac840022b74077d026e2710704e4327c8657caf2fe849e09f81ae687e9241c4"

header_auth.tag hex"6c7a337e6dc84dfc4b9dbe8b7600007c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ac0f95923f8da942"
  body.frame.tag hex"779a5c3a0462464a01abc30520bab578"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f66e8381"
  body.final_frame.tag hex"400439e3e4a63f497a5fbb55164021d2"

# 2 bytes follow the end of the message
hex"0d0a"
