# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"a8cffc2b919196518b97aad5f3f5d78f"
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

header.encrypted_data_keys.count 2

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000ca3c024e6f47286cc2831754a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    372209c49f600104f0dc63b7fadf9acfba0c5bc8a1b75bcebedb680aafaa7570
    a1b3c795e83173b7441dd20e93e5deb6"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 392 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0x93). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  0000000c000000080000000000000000000000006ecdafd6031186b09493be4a
  e78e289400000001000000000000000000000001977bb30394cc3bb638e1cf05
  c05623f51fd00fcb7cc69cbfffffffff00000002000000000000000000000002
  0000000463d37d96af2f7a25c16962e9028d786c163b07e9"
