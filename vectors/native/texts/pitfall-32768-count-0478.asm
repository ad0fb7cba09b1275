# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3b3cf5c4dc8e2906fa046f0b9f71bdc14dbc96d4c6c7ddcf7b1a09ffc628bb93"
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

header.encrypted_data_keys.count 32768

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c9b0c6a862bf6e4e8ae889abd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    61f6b8edd8e2d0e5e83bf864d78f9669f55c5f43fd4d0d0fc5946d62650a4265
    94991b3363f004492ae815f0d1127176"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 377 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0xa2). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  000008acd90f150189d35d45c875c12e7dc17212f4add29e6da20cdd3038f90d
  a381eafe2b9c6a6b3cfa43e5032e30c352889b00000001000000000000000000
  00000177c87396e56274651d26615af6035ca16ac9834a6da2558fffffffff00
  00000200000000000000000000000200000004f5d32507b1184216c6f6f56638
  b877831d25ec31"
