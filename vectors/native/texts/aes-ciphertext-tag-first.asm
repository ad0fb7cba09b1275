# 217 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0114  # AES_128_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"f6dcf7aef1fd3e03a2d1df4527059ae1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cbc03077d34927010326f46c6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    68eebddb90eefcfd6f13477b05ee0ac5994a2566cafeb8ecab438c611c1ac3fd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ea7e6b4ead68fe7feb643290a4a290cd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"855cbb"
  body.final_frame.tag hex"84096d38f5b8608aaa05adc6941190bb"
