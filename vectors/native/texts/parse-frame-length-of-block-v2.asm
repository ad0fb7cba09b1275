# 284 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e9a5ad84fd3c6a029a784a24b5436bd8e4fbf8f8849d7645440234549b6fb6d4"
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

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cdd3d0735d1ef9c92fdc92e8c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    26b21a6af17a3a88347ecb96373e3e34e1253cee2ff04975960d7657d57dc1dc
    8be3a5f7f83f6e43f4b0ba6a3fb344f4"

header.content_type 1  # non-framed
header.frame_length 8
header.suite_data hex"
  ec46bbac0f915adc4689d322511ec6b6d2802b491ae4b93d7c437a09da40a6f1"

header_auth.tag hex"08f32896018768e5ff39cf71657e81c1"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"025245834a40be43cbcc1a9174bc7f7e3138f7a5"
body.tag hex"2f2f8d955bd5ffb96e4195d6c0cb68f0"
