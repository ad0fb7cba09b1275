# 254 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3de1091be3d4aaf4afc92f7198e81ece"
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
    000000800000000c49288cbcce1d8267df8c4f5f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7a735a65afea489b4a57df136140a95f8983a276791982f1ef9146b5a7b14495
    e65076e9c4845d348b4cdab47e50aab1"

header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0xa0). Hint: The header is damaged.
hex"
  000000000c000000000000000000000000000000000291f5fd2e86db16ee617b
  dc01ce46ae00000000000000000000000100000000000000140186c3c404540b
  0c3e09c95abca5bf7bd2f05cf0a5a6e901f0a50603ba24311e8e1a3433"
