# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cbdb140b2a74d9caa41a028f5d44f6886032973da6b31480128e05024f1ffeb1"
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

# Not read any further: the bytes end inside the encrypted data key: 3456 more
# are needed @ header.encrypted_data_keys[1].ciphertext (offset 0x44). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  73646b69742d766563746f7273001b6165732d313238000000800000000c663c
  11cab5f24c21b080c01900302a4f20c23bba52e7157f086ac43d9124f65fec7b
  a44674086580bed6d9f35ce51e9b542fc54714421f075d435de3308302000000
  08146a3e2e9755ef3fef723b50d7de97a4a048759e8a72745ee20a7e4b132e99
  f808260badf61bcd7aa0a73d147dbe3fc0000000010000000000000000000000
  01fbaffb1aa58bd8df77c50953766ac196b59e32dafe8e9d63ffffffff000000
  02000000000000000000000002000000049488b5c02e79a8a982f68dd67aed83
  73f036226e"
