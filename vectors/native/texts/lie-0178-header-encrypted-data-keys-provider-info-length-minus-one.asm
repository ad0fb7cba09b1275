# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"a4f08166c00341b674232761310fc1de"
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
    000000800000000c835ba28d6fb60c02e31237"
  header.encrypted_data_keys.ciphertext.length 28928

# Not read any further: the bytes end inside the encrypted data key: 28757 more
# are needed @ header.encrypted_data_keys[0].ciphertext (offset 0x60). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  3076c1c783b3af2fc54074e7b3f38feeed7c378411ea47ae40d5ca51bc179e36
  2b4fe336201bffd6a6604fefb0539ead5002000000000c000000080000000000
  000000000000007c04acbafbd4aba1572da41f83a7ed54000000010000000000
  000000000000014cd9b5588a5515a654119bdf845e9e12566e3ca5ce2820aaff
  ffffff000000020000000000000000000000020000000405c0b66d76468c4242
  7e50a0a6b7885682b7a9af"
