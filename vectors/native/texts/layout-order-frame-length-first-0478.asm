# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  01847ef343eb36461639770745388796afbe801d335d4eaab99185ba2bf6298a"
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
    000000800000000c31a94d82da08511fc5580074"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3f1e46172ef88bd0fc4430dc2614961e29c134ee6c2f3aab8e4ad63e0ea825c9
    1a4622c9e6328b16551cd303e1467150"

header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0xa0). Hint: The header is damaged.
hex"
  00000802812178b210649353ebc7fd44409e5ef5c9ccb99d179ad013d3e927f0
  24b11c8bc004e76e9401708b63fbbcfc53b86829000000010000000000000000
  000000010ad5e17ee2790e8d76307b22ede2c4b42a3acdedd5591aadffffffff
  0000000200000000000000000000000200000004c73489ec083466cba183ac6e
  d1ee16890b52c3e7"
