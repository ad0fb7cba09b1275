# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d09f36375af0c6dde1444ae430f47103a44f211183ac221ccd0d0c48e1df91cc"
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
    000000800000000c22ac71f49c23ae3233e77893"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4bacb653d3f15a65f1b951bce1a85e6f77750084e41e277bd0e1f48d61fe4aa0
    9a8ca049104822e7775ca8d29a29bad0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e8a974cb3a26fb8abc874bc82f98af8a73c0e3a289658c1429299e93e1d9ce00"

header_auth.tag hex"3da59bba69f5db27d0774111e7ef249d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9fce9865d60997cc"
  body.frame.tag hex"456e10576a7776e67e1f6e557724eeae"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5e1d3877"
  body.final_frame.tag hex"b47416047560f7ad0bb56d6948bfd501"
