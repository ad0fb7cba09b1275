# 254 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"df985e0e4ac4ef1fcef105e0c3b447e0"
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
    000000800000000cbd41958428074f970c0112f9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ff8454df544e1e76a07c1ff8b9d0529076b53e593cac0065d4ac05d2a090207b
    4b0de98c289370c39eb2696be564894b"

header.content_type 255

# Not read any further: content type is 255, expected 1 or 2 @
# header.content_type (offset 0xa0). Hint: The header is damaged.
hex"
  000000000c00000000000000000000000000000000095517c0b326b75e5fc3f9
  e30f4b20310000000000000000000000010000000000000014e62cb3e56ddb85
  9950262cfc6f52a216a7eb44f70d02361c5a50c9cd0dfaef46ca28517b"
