# 337 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b2865b527d7557023cc7db721afade5c7765c61f0ab475b9311ac2bb17358d22"
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
    000000800000000ca76faecd86a81dbae695653b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    114a121e1b1b9da965fd574538d2b1731b557718265987edddd7d26952f799e0
    191f924586f0f634294bab75d798451a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a3a488bcf10d1e7b13c62f19de501dffb484dee45880f9a041ac4bda65c16f53"

header_auth.tag hex"d793f687ea42ef0f16dcbc2974a97164"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d2404182cb3a6ddc"
  body.frame.tag hex"8dde98494f47c680ef0f335b2863e22d"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"0fc2a3b0f5aaf706"
  body.frame.tag hex"cc895fc25844af15e145164714d8b3c9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"edae4786"
  body.final_frame.tag hex"716dcd1ff56deef0fa5f4bb801fc65bc"
