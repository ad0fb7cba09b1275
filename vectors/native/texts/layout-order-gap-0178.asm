# 268 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"4c122fe57ef849a3fe85e6629711e80b"
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
    000000800000000c26fc80111d5351349e756c30"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e29d70496c0a67a35d5e3a9234afff6989a78667ea8e56c3bee1ce631373db99
    bb17f0928cb3b51936f29d9f7e0423a7"

header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0x91). Hint: The header is damaged.
hex"
  02000000000c0000000800000000000000000000000056aea8968032dce4e087
  338eec6e125100000001000000000000000000000001852272716d9de8e4b42a
  427bd3314b847330d0a7909daa86ffffffff0000000200000000000000000000
  000200000004886628c40d2b85702097575fdad099bd32f6f26e"
