# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e5fe2ba6399554fcf48e51cb7780b78295438206e8163943d7e7a00ce4fe143f"
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
    000000800000000c3c8a8cc307fe55a90be2d5c4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d6e48e7550ccb27f22e456ee70a60aad8b9f66ee9c0b6882f50e64d394bf4907
    a9180f0609a63d2994e7b7f7e09e52fd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  78dbf01211255bf971d9df684fbe28a8a5a3009a213a1700fa0d46d6b057db54"

header_auth.tag hex"cf8427a47fd85b9cf32fc80cd32dc31f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"dd724279a26fc64e"
  body.frame.tag hex"d142fc6f576e76f888a40688574e4f7a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"009f725d"
  body.final_frame.tag hex"3caefd3ed34aa92844cd4f2173c767c9"
