# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  44b0f54439b2908d4e16b0ee6d5af47b77f9abf6d388c43cc16df5d5d9d59d37"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cd89e402bd212a8bf8b73491a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    85aec50b603098dd10e22ccb0d27a7d87d63e2bf65518be68b2049f1d491da18
    e0d37f94dbdfb0abd5238ad45d92fbaf"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  73da446741a2e4bedcd9c817c5a3bd46eacb64d3e701730ea451c561fc65739a"

header_auth.tag hex"f26f960d74171a9aad2793d403825d34"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a95ac3"
  body.final_frame.tag hex"241b3e3948f806387933c904101e60c0"
