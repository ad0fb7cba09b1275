# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e17005d85361c5f9cbd7d52cc07e3d5db74577311224d4d56307774343ce12ba"
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
    000000800000000c4a80bbf9e988595ab4db348c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3bf80861bf4c44ae75d3a34e0e3e0f250ea7053408cbeafa4f246923701d7257
    96ea1cd35e2ed4db9be150ffcad60f67"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d23630a775c0ac9f9cd39ba73d4a66f8cbd0fcce35f64db03f0e155962be8960"

header_auth.tag hex"545c77b7540870f2dccac9fa0560104e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3608ff2534a6316b"
  body.frame.tag hex"200e6ee4c93588f35a3335340f9435fe"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0a0fb48c"
  body.final_frame.tag hex"4b68287795e3a3dc7c6f25ac46521c65"
