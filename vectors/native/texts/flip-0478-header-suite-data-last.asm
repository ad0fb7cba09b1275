# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3ecdd5bd14b453fe16de8f5f27d977c0ebf583d6eab97318a1f568b0a8c4566e"
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
    000000800000000c5353d4f843c7dbd75c2bb7d5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    697a23e6e4c490a4f35be8d78d9963dfe74503018ba038d137238e8fe62fe744
    a39b54ecae3a57e560d09cfb56e53371"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a690449925454a7aec65356d33112fb6564f80948af8816d3446c52f299f3e33"

header_auth.tag hex"dac2b2a1c21dd711a50d976db67ba9cc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"eba57dee7f8de4f5"
  body.frame.tag hex"f9188cb2183326268665e4631910218d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"13bf8ac3"
  body.final_frame.tag hex"5e86a8a93af5d2400112a22bff2bd13b"
