# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  92c4392a57c24059b549a124bd2ee294403d1364c6dac3eca3212ae225a12c3a"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c3a2f20cf4e9f8a84720774d1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4ba7973ed2aa4e74d8b754195e4a2ce773a7ece39a42692bff2d4b7b0cb30887
    fba19cbe8e7a32f71989128d7360cb0e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a79af50bb7c2a5e982cf3f3ace73c26d75ca6d98061214e73b8ed3d11e78bbe8"

header_auth.tag hex"cee3ae38b2d430166cc98433034a6b12"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3bc465"
  body.final_frame.tag hex"04b3fd75dce73936606b5b313afc539b"
