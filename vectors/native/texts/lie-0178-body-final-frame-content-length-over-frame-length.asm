# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"d54888feeedd8649f1e0768228cd3e72"
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
    000000800000000c7162c92519290a17aeb93d71"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fccb87bb2b55871f4fb71e66734106c7254345b0e8a277f0dc60690267aa5f4f
    c3ff9b75f4f64d24fdf44d8ac9d65287"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"75a8ffa86ab4c5be51627a0c82e9d045"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4f3ecf715fb6ec77"
  body.frame.tag hex"9668cb2e89dd0fab70f2d13e8f5e80c9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4af5581054035658fb"

# Not read any further: the bytes end inside the final frame tag: 5 more are
# needed @ body.final_frame.tag (offset 0x100). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"ae3165a88c548446a8e1ba"
