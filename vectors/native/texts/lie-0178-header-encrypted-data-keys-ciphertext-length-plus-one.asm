# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8b46b364a2922992435276e822322f57"
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
    000000800000000c77b19471671e938c0d815896"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a2120bf1241a4d246b308429f23d05b781066d24ea92ed6c4045760a667b7fe3
    9a1af7d0f4ecd53df9b23aac213b5cdd02"

header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0x92). Hint: The header is damaged.
hex"
  0000000c00000008000000000000000000000000d0b905f92867561f96865a29
  9787345700000001000000000000000000000001646e9fe6952df007c7e3b821
  b37bdeb1c43c6a46959ee324ffffffff00000002000000000000000000000002
  000000049a3e4466708648091427fb6c7219ac9a87de2ab4"
