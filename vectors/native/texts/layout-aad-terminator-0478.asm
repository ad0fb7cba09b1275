# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0ccbc02d03ffb0a8ad2eb2d5a8a8e0bd6cde7398964d3e6441cb14016db3657a"
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
    000000800000000cadaa00b3f43aebafc5a016d5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    04b76b9718ef09a819fe82075864424de3a47f4c5a27ecdaeb0fc43505723652
    02172cb7359469daea96d250d3392d03"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3bc84a07eb0beb9e02d4633a9ab79545b4e7a7e2d86c22fc763e611212319021"

header_auth.tag hex"8b54c8710770f2c248b4941b68c58883"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"677c2a69e018c236"
  body.frame.tag hex"b205189ea7fa55a6ce890cada702ba4e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"bda030bc"
  body.final_frame.tag hex"93d05f24498486b37d3cfc37318b7770"
