# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"9434b81c15ac952f9822787d2d0d86cc"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "purpose"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "test"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"75736572"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "7"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"00"
  header.encrypted_data_keys.ciphertext.length 3685

# Not read any further: the bytes end inside the encrypted data key: 3471 more
# are needed @ header.encrypted_data_keys[1].ciphertext (offset 0x35). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  73646b69742d766563746f7273001b6165732d323536000000800000000c6244
  6a5a12f014e14b76216600304f8a62b86a2796064b7fa3d65b157f9bb2f3a746
  9f8814efbae1698308674a3bae72a9e3931180f2d9f45893e25da96a02000000
  000c00000008000000000000000000000000cd4e33cdd01e48358bc37dd77308
  c3b30000000100000000000000000000000119095e192103f9f48a076c2ec500
  7343cff9c9466a128ca0ffffffff000000020000000000000000000000020000
  00044c06995b4e7dc997837a052b63a24b88b52ad392"
