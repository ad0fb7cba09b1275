# 284 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7ed6c9d84eea87c6d378f9c494936f0f2081cd829c7fb17b710e9ecbf955f42e"
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
    000000800000000c990dafa4221cbd7a3a9667be"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    57779b4a1c5d995f75cde02d4bca2cf252c04d9218adaed7415b25697cf6ec13
    8f3cd01bbfe1dbaf87b7fc0df5388896"

header.content_type 3

# Not read any further: content type is 3, expected 1 or 2 @ header.content_type
# (offset 0xaf). Hint: The header is damaged.
hex"
  0000000057df10b3a838bcd092e58276b55f47ee82d08129a2cb9f7b07ecf6e1
  99d6dd6af8edeaa227c5ba36bca6886289983fa9000000000000000000000001
  000000000000001478c10d3d8fb5e28c9aa9726f8f1fe99a990c02f3af266c45
  cb7c0b702825d029ce4d760c"
