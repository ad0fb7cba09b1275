# 249 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0014  # AES_128_GCM_IV12_TAG16
header.message_id hex"
  7bd5d8e12587177f91e075b7bc889e6d7bd5d8e12587177f91e075b7bc889e6d"
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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cd9f2042057c84f32c8ee5936"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    430d80246950fe438cdedc0ebd5245e2bc32de89bbd720a5ffe9393a323bdfc5"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"498f5706aa28b4af656e50c3cecb5393"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"211eaf9710c5cd78"
  body.frame.tag hex"28e60bbc6531c244b0ef16d7d2771ec9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dc862619"
  body.final_frame.tag hex"a2c1ec1a026922181bb13c97e8a9b8fe"
