# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  875444926ebe21ee4c47fbc0e210cf05413300722c74c9850fab8c2ad1b2cf55"
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
    000000800000000c763221a51a170be54fd75a38"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3ea57bd2dc529a273418e713a09dc1ba0c2dd72db767294559164aaa27f5e4dc
    003d582ffa823c14174c13e62312a14e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  654071b4cc4ae0604f4cd6c8b1275f697efa5860b683ad1db00729310d354516"

header_auth.tag hex"b7882a0bd3085b6935685c511fc71b07"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"82e1b85d2cc8a8ce"
  body.frame.tag hex"5bff41671b3133b7f409be4fb700ae86"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8cacdd44"
  body.final_frame.tag hex"ce4a07f3f84a29cda7f34e1a1863dcbc"
