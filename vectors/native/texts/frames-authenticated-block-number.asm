# 284 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ed0084cbbb017c803e3a9bc5203f5780bbeed24fb716f6e98f1dadcf66a5a323"
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
    000000800000000c1edd983a6048529fb5988359"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    76c05164bc85fdc699de3ce86d5cf7ca5c92ac8bf530d4c2dc1df83b056c0351
    2598b35edd7d64f11d1db97d285ace8c"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  6911889eaf399c0c2ca4a08bb7b975b1740101fa47427d88901e8d387014d6d9"

header_auth.tag hex"32d7e40ab30b2e4002857b73a0474854"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"5d43c060a5286a29f1c8c50b715e9cb4e25e985d"
body.tag hex"f889894460b8d14323ca4f707473de39"
