# 284 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  17b2fd696b0a0d7ae3c83202ade3b60cef23648c258b3c97efa245eec40313a9"
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
    000000800000000cf24c081e41010a552c167a46"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    575d52a2b66ecd7f2e2408e30b31867491dc58eb50a3826888fc6d7d69158a3b
    5bfc53aada96e5bf595e4b9fa9f345e6"

header.content_type 255

# Not read any further: content type is 255, expected 1 or 2 @
# header.content_type (offset 0xaf). Hint: The header is damaged.
hex"
  00000000e58bb778f069dccc9bb267f048f0e42b1812b2db71905bc6be5d2439
  57337b9fb83368e104956135a095450c2878f0a8000000000000000000000001
  000000000000001408da52ab436537a6b19f825ea34f1c9000b5aaefdf4f9aa2
  8368b462a8943f6a8431d6e3"
