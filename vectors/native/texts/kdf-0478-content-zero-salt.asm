# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c306b62821b91c1bc78d63ac699e34aeee3844facfdaf9eb48c106cb9e6d2ee8"
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
    000000800000000cf0a2e05230d6f4d9ef06947b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    793497616f12b333f411d9c5e45d86e9da85d579052272dfa283e8bc6bb6ca22
    358182091099f9e42c7e564350c39528"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0f577f2b611e4f636c915e7b8e982d2edd89c0a65ba89ce17be4a515fdcf7fa2"

header_auth.tag hex"5fdf44dea8133845f9b5d3346e162ad6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2cf41c1ba380a207"
  body.frame.tag hex"438d41a3c74a7026c0df41c58252b390"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c3036580"
  body.final_frame.tag hex"85c7722eb4e772c69f2628f38cf4e426"
