# 310 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0d06a5b390a57811d7f987c0259f470df8cc746f26510b6f89d69edbaca5298a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id hex"d0bad0bbd18ed187d0b80000"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cea5429a0889492f1a3e19578"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    38987d3b5ef4f0a0bb4c563352d4ef51110bb0879c4055796196e7ed41e57d4f
    5c2864f23e23ce0c1cce92cb1d290263"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c60f0c54e19190b0b4ed84b937f015245e6ce49a41318fe1644f88b85fed0c8f"

header_auth.tag hex"1ff3bbf0ba644c3e5c96f21aa8277bbe"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ae500b90c94de0ba"
  body.frame.tag hex"4d858d2b1a023e8d0d453dcb815e806d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"240057ce"
  body.final_frame.tag hex"ba275be75b58404db244eed207572b9f"
