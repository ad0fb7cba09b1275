# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"29e0479899c9fe2366cd9a6c5ef441da"
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
    000000800000000cb6806f34471c1e2242fd2db1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8a6fce8da902fafc1352c4c7559f7ffd01d073d993fa8b8cf675b35691e8a77f
    71965962610676c6d0e541885570108a"

header.content_type 130

# Not read any further: content type is 130, expected 1 or 2 @
# header.content_type (offset 0x91). Hint: The header is damaged.
hex"
  000000000c00000008000000000000000000000000c9884fb7ed400816784517
  1e2a6506350000000100000000000000000000000124176f644e4425c2d7de42
  79542628700d8d3c1d1b651934ffffffff000000020000000000000000000000
  0200000004df64bd70cf5164626a11d88e9982840f8f7ff039"
