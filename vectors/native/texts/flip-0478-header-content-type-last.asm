# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d8ee3411802df967d744d56b3ae84102cecb7bb8b9bb78233e873932e77b2b57"
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
    000000800000000c5534fa418675b8deed29e584"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e2b7ee218c1c7bafde50fc566bc931c6fecd30ba0658b1891af62a1c1aa46a6c
    ae46a31533707c0cf1eb597059c15668"

header.content_type 3

# Not read any further: content type is 3, expected 1 or 2 @ header.content_type
# (offset 0xa0). Hint: The header is damaged.
hex"
  0000000828fc86344ed8647aa1f68d1e2e0ec0a5f002d09d3e59e9111a685bb1
  f53527f99421faa642527968839f07990b83d02d000000010000000000000000
  000000017f44637ccea57ade9fc26b5a4e746b60489971988eeb1a7effffffff
  000000020000000000000000000000020000000485368d5261206a3bfe45f04e
  34977608993fda46"
