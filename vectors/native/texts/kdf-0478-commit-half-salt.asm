# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  416273f90db23014e0a9af7fb4f5fe991c6909446b2a42b4d5b74e01f060846b"
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
    000000800000000c5d3985921743aa6c26c73d7a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7521b2bb4899cfa9696df7c8ab3447bae7a432ad81dbba70b7206763961d1c10
    056e63cee2b698ac1272ae1927f001fc"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  20c4be1dca1190fce09daec3ff7339b7bae02a49b9c76bbf9cc71604eed18c82"

header_auth.tag hex"87d0a75b239548c668ec1f156d0299f8"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"54b525b79f57d0e1"
  body.frame.tag hex"5e53b98a93e23c51c0a6332b8d166ad0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9563c850"
  body.final_frame.tag hex"ff30df25c2dab2ee2b9ef1d1e798556d"
