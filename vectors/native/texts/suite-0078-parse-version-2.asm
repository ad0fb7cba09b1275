# 265 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"
  8e551a3e118e2ce0f6feaca8b2bd51738e551a3e118e2ce0f6feaca8b2bd5173"
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
    000000800000000cef8ae83c649d0bf28039e85d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9bc40f44e36f5d4767c1839c7b230e3451a5feff4a7f23ac57e7f6c52850472d
    d5f2bc7d2989d647b05f1e4a2261c80a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"cfe6423099fb4d73a1c03281f20510db"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ca2dfa2b7e3f3c60"
  body.frame.tag hex"420c1497f356a0a6039c516e8069622d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5a9907a7"
  body.final_frame.tag hex"441856aab4eb4bc31a72ce325c8da8fa"
