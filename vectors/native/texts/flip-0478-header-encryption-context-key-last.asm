# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c0e4c781e0ca285b36435ef9b6eb908fb1f55625b64402e5b05340df6635ce8f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purposd"
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
    000000800000000c4605ebecaab9ba9ffe1138b6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3b7ea3f973529497742aa5af49a8f900a931d3ee00db1c7e702df72da3a9483f
    a8174a012ac2f44a24865989c27af1ef"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  944a55cb5467c368b9e497c684dff989bbfab85cb03ce03c92e39ea7c8f1f012"

header_auth.tag hex"2575f2ae247433e2d80eab1dc7b48489"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"58cc4b02d8e1cada"
  body.frame.tag hex"136b849307653a0769811d82cf441274"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6e6ca09b"
  body.final_frame.tag hex"ad8e96fe315c7fc7716d35f4129daa6c"
