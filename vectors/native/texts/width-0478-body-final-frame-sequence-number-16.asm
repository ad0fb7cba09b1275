# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  38685613101caf2c71001396df199c5f68ff741a4f7c044352340c672f0a023c"
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
    000000800000000c650b55851dc0cd1c5479735e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    745321366a7dfd095f5c31b4e9ad266acca71fae703dd68f3ba4deb6cc671630
    caf7f7eb571d5cf3b28fedce43ee5e35"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2ef02da0e8e7f9a84d1ce6c49c3e092ff679c74fffe49ab3dd36c1e92b0c11fc"

header_auth.tag hex"fe51feab36b0afac2560c82ad1712790"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e6895264a0570053"
  body.frame.tag hex"f3f043cf5e14f9c798359e9cada2cef1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 65538
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1205c077"
  body.final_frame.tag hex"aa7f1bfb225d778ba5384e1aece72220"
