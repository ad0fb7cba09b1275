# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3718b21d230378e36cb61e7f93f4dd65"
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
    000000800000000cac26fc85ec7d5ce8f3f13166"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bb933a6ca50db586d8107180be1529dbcd29f4ed896da759632e3c1185bbf3a3
    eee4298e678c98915e51a14988e99f9a"

header.content_type 12

# Not read any further: content type is 12, expected 1 or 2 @
# header.content_type (offset 0x91). Hint: The header is damaged.
hex"
  000000000200000008000000000000000000000000c6368c8aa1ec5efd4d38e4
  b83bf7cd9600000001000000000000000000000001dc399f3cf3cc734821759b
  5d4212eb65081d9dea7f069f96ffffffff000000020000000000000000000000
  0200000004273fa29658c03190f47b9219b806b4f53cd71574"
