# 423 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0bb6b69a7c1409c97493d5242fae7671"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors0"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a196133de9606419a46bfaf07675bde89def2714eb8a59923ba0d945609269ec
    f930c3f2b899db4b7bd973e9469050720c364c3979b542e2987e610a356f7ca7
    be29ea05f051a11b3841440218b73b86bf5990960c9f8cb985d3f3e80a0a9a30
    a219a42b3f2c9b28ea3c2291fa20078fc2dc829cf7ca3db087241685d7cd7476
    6dc1d3b42912517f3df2ade1edcaad2aeeeea930aa43e00ccab114a300a00d65
    da2f58f7aeceddc24e1ac2d4b33ae8d5920c9e875406f510b827350ba0f89d8b
    46b9b409bfb51c4d600bef058c764220c078d22a8134d40e9036d6f12f30d9be
    242b014d54993b7dcac17b285aa414165407cf46970b26146758dd45494b1ec4"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"5ccaadb49cbebe45190d4c914dd8e304"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"35c215"
  body.final_frame.tag hex"a2bec9a5864b20fe5b83551a3edbde33"
