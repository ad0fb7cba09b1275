# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  846f9d868aac5b2caf85ed5bfbfc847a86d1244828945c404cfd98d3ef135112"
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
    000000800000000c87d8ec5eca3f84b97b826f39"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a7293a1bb8a5ffddd70b156616931005c117ce26220255afafb6ebe733cb8062
    260e2902ca2e499541210d83f453df91"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5528f3ec40878a9db6e955e944ef6a46aceb21c384960a718c40d3477c9f7ebe"

header_auth.tag hex"f452b632b837bafa416802b2c7ec019a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8e217075ab4a539f"
  body.frame.tag hex"76c9da59b493d4737e6f009b843d1a45"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e03006f2"
  body.final_frame.tag hex"0b8f85ae4fa456a5eef70bd88ab63655"
