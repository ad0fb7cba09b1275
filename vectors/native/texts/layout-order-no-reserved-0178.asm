# 263 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"cd2c35bc9e3e060643a251fe9940d508"
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
    000000800000000ce020b4eab62cd5de88046d2e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2567fffbd1afd3e83310632fb943cce943d10ec027b1ed8ccaba9ca0ccffebb7
    5bb339427d3e75e5c0284cd64954bb93"

header.content_type 2  # framed
header.reserved 201326592
header.iv_length 8
header.frame_length 0

header_auth.iv hex"0000000000000000b9f7d383"
header_auth.tag hex"3fda79b4a48c9239b5e2fcd300000001"

  # body.frame[0]
  body.frame.sequence_number 0
  body.frame.iv hex"000000000000000116da2b6b"
  body.frame.ciphertext hex""
  body.frame.tag hex"a9a44bc7d2ae97204d5cb931ee51006b"

  # body.frame[1]
  body.frame.sequence_number 889693996
  body.frame.iv hex"ffffffff0000000200000000"
  body.frame.ciphertext hex""
  body.frame.tag hex"000000000000000200000004ab1a2975"

  # body.frame[2]
  body.frame.sequence_number 830818317
  body.frame.iv hex"354e31665b440eb04553289a"
  body.frame.ciphertext hex""

# Not read any further: the bytes end inside the frame tag: 16 more are needed @
# body.frame[2].tag (offset 0x107). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
