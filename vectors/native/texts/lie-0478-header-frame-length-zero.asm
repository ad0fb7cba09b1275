# 253 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7f07de7f6d5f338545bbe7b2be5adc0be9426aa723b755a5713f93192eef94fd"
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
    000000800000000c798682587228af35877c1b30"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9aebf3dfdc9369db81fcbf2b515cc64bd6235e539b94cb7e84e2d2aea0a4e7c6
    19a58106bc24a1ef23c792205ef319c5"

header.content_type 2  # framed
header.frame_length 0
header.suite_data hex"
  a18179fe832814e27cf747ea063ac6129bd392ec30622b9ee7e9f9489a6fe1d9"

header_auth.tag hex"7307cdb22c373a8a88d6bd3515886a85"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"7dc448d570142e664b4c5a4627f65226"
