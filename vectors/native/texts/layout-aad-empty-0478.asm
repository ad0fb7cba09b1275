# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2c53bfbd7cde5547f7a006ea30de56a115a02accb45bdd153dd29f6d4dd0001a"
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
    000000800000000c0d2a318450d5af81deaf1296"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9938ae08a1c4759f9c0fe6ee0cf3463335f0a5c24295411f4b7a0ea74acfd047
    1f66db5f47128bf01b2b1614f4a0d9f7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5ae0640d9ab6c22c2454e411e5def761445bfab8a93825bbe8944a603ed2552f"

header_auth.tag hex"7db2487f5e4f491606c689c777f97c1a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e3bf8169d27dd762"
  body.frame.tag hex"19a174b1316ab2cce20b8a9348fd1d15"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dfcc59c6"
  body.final_frame.tag hex"e3d19701d277acd581b48b3f0fa99f39"
