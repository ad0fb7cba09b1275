# 284 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8a25eebfedd1dfc468cc1f3712760c6d0742aa44f82cdfa08fdfffe5b8d20fb8"
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
    000000800000000ca3213cdd9a74954fe6409ef6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b3d39ff4fdf22f44698916d564341da0fe5aeb471eec3b82e4245916271cc881
    d0d0152d6e497ca632b2c7ed01ee5550"

header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0xaf). Hint: The header is damaged.
hex"
  000000000ef620f0dcc71fdb46d97e907bbf884649dd71a738223e7dc4cd3a53
  26f7fc3fa18394a36d77ac5955fea2107d05e360000000000000000000000001
  0000000000000014f38d5dcf1d1a7b44b3c490ecc58a12cfb06a0e73292a267a
  df217908e7c0e406eb8588a7"
