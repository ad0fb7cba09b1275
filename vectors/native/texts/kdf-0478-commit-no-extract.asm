# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  39f06123fed41d42d142906ac4219de802c0ae7f9ad3baf61ea3d96804721cdd"
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
    000000800000000c0ce2a60a28b3708a85a9ab85"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3dbac38492718eecfc783982a70798e34f25c357f0665b483a222a21a753d563
    da1bca2a01d9fb62dd7f656e5e754fa3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3024e69861649d9f3c09bcbe1d17924cb6473b9528efe2dc516831fce01ac486"

header_auth.tag hex"1f461eb3887bc0888169ea43bb219562"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8ee0b1f03c6d9638"
  body.frame.tag hex"5350b24c2f9817f4c5a6c8aa3cbe91f9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ed2af925"
  body.final_frame.tag hex"b1d21f430c92719988bd7cd2c20c3594"
