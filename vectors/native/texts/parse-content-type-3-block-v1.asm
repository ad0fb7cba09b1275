# 254 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"9493f5e8b09829bc31a036cac413853b"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000ccc0317dd729b7931ea8a0bf3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8a9cf76a2fd214e62ff590452d71d98fc75ddd44dad75912d5d8be156a96d899
    e5ccb0fd3ff7dc98ee4a180f9ddbf7d1"

header.content_type 3

# Not read any further: content type is 3, expected 1 or 2 @ header.content_type
# (offset 0xa0). Hint: The header is damaged.
hex"
  000000000c00000000000000000000000000000000cf311a85a41c15b5afd6de
  9292d7e0c000000000000000000000000100000000000000143fc3bffc352c24
  c4fbc44cb319ea544d2b608a03890af5d349a6cdef5eaf7faa8ec55860"
