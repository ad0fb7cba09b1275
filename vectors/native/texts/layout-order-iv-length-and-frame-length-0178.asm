# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"7c6dc92b0bf13981985eaeb429c23514"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c441f919055d094df343571e8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d53fa6dd62734e4108c68315613f15f57e1c6ce4b817210981a4adda19f7acda
    4c66f0af30b14b4a2f42edf3ed31524a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 0
header.frame_length 2060

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"098b94c20d08a7c0605629bc5a563c3a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 1992 more are
# needed @ body.frame[0].ciphertext (offset 0xc7). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"
  ddfc9e04e4252cd1e4baebec6628f9b1c58bf5cc1742819bffffffff00000002
  000000000000000000000002000000041295c9d22d88dbc826900ad5e9617ae5
  f7fa3491"
