# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  02cfc9dcb8c4a677d15b323af27ba66bfa8192b126e80a98ed4691f03481d181"
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
    000000800000000ccc031de1e82c196fc9c2592b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    36d085fd206ef89ee3b1cb693d64834368b5135cd868352dc951f8dc2ecb369d
    571e1b5c090a7722710ec0aad9f58143"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  4adea7e3882a7085680e3de3b6f7538b8d4d797e24cf62f72551c17a21169ed8"

header_auth.tag hex"c32c5e0169d9c5b82773c249cbf20014"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"7fdf8efda258df6b33edfdc6"
body.tag hex"9ac9fced7e0cd71efcf8e0479b405739"
