# 429 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"35765b83568bba57cc9dd47da39703b7"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A/qIBeD5WWoPyegVgbwmdiPCvfD4cab5NZyb5QT1kkoV4/cRrhxgWijm9iHFHIXHuQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4df91d7bea469c3506ccfa44c630aa7a8a8af8bfe5d848b2573faed17e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f3ab8faeeb15913eb9232d767be13af6ba5ee88a3
    b38d344efe35661fd6041c0aec8be954a825301faf8b165420a87ef5"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"393279800d5c7a5bddce551718585bff"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"53647e"
  body.final_frame.tag hex"363072f4762f591636e24bd6a1fd0819"

footer.signature.length auto
footer.signature hex"
  3065023100d2a53dd5491cacd95bc4406827523e2d732055927520a48eec2757
  d457ab6c1f90c7d90d78f9c9dee6af53ba5756c9910230747897023b38e76f71
  8bde50b6ce1f39ec5650092e2092508ded45206097457bc28657db4e661144e6
  08b3e60320c18a"
