# 497 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  db1cd260b30d9df5138fd19556070c2a13c5f75fa6599a57952e08b59d35b2d7"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aqn3IVddhP85xYDConst7tm/CG+6V3IaD8i/v++EtBtO/dl2fE4e1y6qmJHxeW4ToQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1609e6b225c068006ef68505613a8bbd765c4457ebfcd837656989447e0c1a52
    3d4b4f6a8c910a1b2c3d4e5e80d41aea7f66624dbe4732a7428993507a5dd7d3
    359273f4b5d6b6ee1a6c8d9cc192012ea9084d91dd3dcbeec5e9b635"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2d1c3e384be1a43ed9c7944a2b0e85f3557ae348b5071cc635268cf0fb264fe7"

header_auth.tag hex"a26c5df30f9f3369ea8b5a9e9ec9cb0b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"734f1c"
  body.final_frame.tag hex"5544b35a16d0392ec82041aecaec07ba"

footer.signature.length auto
footer.signature hex"
  3065023038d6eae2221dd7fc045eb73871c168c85b94dc4b2e8b23d4484a73bd
  b72cfc0aa05ed922cacef31a2dcacf10be26330d023100bf214284b4a77d90b9
  c0f0b8ac5dabd42930fabc12cc5acfb44c0f7f51def7d93481fb5ce5c25a7578
  759edd725c20ef"
