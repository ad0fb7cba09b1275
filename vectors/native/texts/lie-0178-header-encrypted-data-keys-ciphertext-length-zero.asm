# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"24c3506a417bdd074549796d99290add"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cccdfdb7971c2a6cf7bf4a58f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex""

header.content_type 14

# Not read any further: content type is 14, expected 1 or 2 @
# header.content_type (offset 0x61). Hint: The header is damaged.
hex"
  1b266f6a0fce3670d81b04d96e148dcc9c5133bd91ba0f3202f46456ba92129b
  46ab6d072501212195db23d9ed427002000000000c0000000800000000000000
  0000000000df6282795935fc235e47c1b8e97269990000000100000000000000
  000000000141d96cc23724c603c4b9c6d3d17fb9581d773926664a38efffffff
  ff0000000200000000000000000000000200000004998c6a10ff8db680b15dff
  ca2fc59a5bbb6d82bf"
