# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b44eb9b05c7b9cee992827e7fefad66e5bb46a5f66fbb4cf2f6c468ef986a68c"
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
    000000800000000c48b6de63c231bd9c1bf9779f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fcc4386b09867bd94a68217348fe5ff00aea907bf8f2246d56147278fad54a80
    5757cbfd48047baa1fa7821e79dd8b0a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  905b885e9bc2733fcde8417bb86e10f16fb8a1941a7f81b60d51898bf0dac0e5"

header_auth.tag hex"0c206241760a995f2242beedeaaa02b4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bbb78bf0f39518a8"
  body.frame.tag hex"e45aaedece500771359642fab5e18779"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"40b5e5e8"
  body.final_frame.tag hex"03af2dc108699e0c79057f45ac073a15"
