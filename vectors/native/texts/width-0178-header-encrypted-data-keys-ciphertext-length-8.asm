# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8a73bff3b29cfdeb7d5535cb67713c54"
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
    000000800000000cac1d7c38168d38e90ce75290"
  header.encrypted_data_keys.ciphertext.length 304

# Not read any further: the bytes end inside the encrypted data key: 134 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0x61). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  6ddda5b5e2aa361c3444fbc3d7048eb47ebcf7df99d0f6b9d368cfc791bcd177
  296248105fc7ae8ccb6f19897fed4ccf02000000000c00000008000000000000
  000000000000b05ca31d3d3e524d534364d3ba9b102900000001000000000000
  000000000001d2e64060597f5f1a8a62cf0a9e23d4045a50b776c143ae6bffff
  ffff00000002000000000000000000000002000000043488042515d037685ebf
  8c0e265c34a34a1858e0"
