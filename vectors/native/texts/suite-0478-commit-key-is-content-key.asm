# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  9ad5c047dca879a9935f3c595a0c9fdb74e22ef12df784c6d7f0573bb23e5289"
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
    000000800000000ccb74a487b45ccc0876a73783"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    596d9101456cb1971b99dfb7392f4a4bc844c7fa32e43aab8092f0ccfcaf136f
    5f5d7e7ab8f429ab15a2cae2af9f9bcd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5a21e07dbabdd708a0be72925fc813c416fe0b88d4f6d8d2422d44026b447732"

header_auth.tag hex"bfebf4afa707b0d9f3c5a9d9c17168e5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"582f23f4215b1931"
  body.frame.tag hex"c92a61eea85f8ebde7b536f0caf22d63"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ad122bac"
  body.final_frame.tag hex"256638b59229d14544e3a03c1f93bf06"
