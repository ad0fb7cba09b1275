# 467 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  bfcb878dd2f0d4259d4ba232a50ba180ec427de62ecb0482f7c3f3549311d3f4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A7h1FWhvHAWeFLXAbAaPTN3qAJtFO3xvgeLmI7a+yT9jckldgwbBQmgkTKUQGgbyKA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c1d525c940139b467678cc6d4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1125c685bb7c91efe52059cc5fd3c05c182a77f6da9098f4dcd6c06384c1a2d9
    009675163bcb0f3a64a14c69fb06b98f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c9dc0290ad7b6dc240f9a1ebdaa446a5e2c88a3dfbaee2990b823c5be372c01e"

header_auth.tag hex"ad39cfa693da268a14acab95d6da8eef"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c99f9401866172cdae"
  body.final_frame.tag hex"0a8d32dff4fd9b55d0ad3fe3e230ea15"

footer.signature.length auto
footer.signature hex"
  306502301a14f804030368758d646053b1184c2334fe8764789fcf45f4bf0b88
  378704a53effbe317cd3d6f1c6aafbf4c338206302310087e7ecb1053908cef9
  d5fc02f7f8864ac4a354e2b641c9f259f4cca5ff6d5025c4320e6bad338a3e1d
  3e9c1462e52d65"
