# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  9ebdc49f3588ac53a974e1b6e14316cc74b6ad4aa82a9731cf64d5558310c816"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c3943ee117b7681e773e23660"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fc9deed9aa00e67814ca646231735eea307896ab8ae4a225d3b2c377d3890628
    947d27a4ee4c552cc328b314c1aa6483"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  3a4b8b9ab2fd1aff727592c9d55d4d1ed08b0c8a5fa491e86d8f468f41f3f7f0"

header_auth.tag hex"00db700460abf6eb2969d4ff73a082e0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fcc4d759216d7146"
  body.frame.tag hex"ef270d503cce9237865df8d4ca6f937e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1a895801"
  body.final_frame.tag hex"2dd99ed540e4bf3939f202d3da26e478"
