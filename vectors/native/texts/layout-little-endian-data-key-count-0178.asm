# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"abc79fcc205ac93115f442d66b1e75d0"
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

header.encrypted_data_keys.count 256

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c1c3f5e27b274af32cb6baee1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6c7b58ac547f7ebdf95218dc2e6b45df91b175f4903111337283819ac6b29718
    bf4fee1c6c4d33ef13d7b6ccc432482e"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 392 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0x93). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  0000000c00000008000000000000000000000000e15cd6289898b4c1edae567d
  00afbf7100000001000000000000000000000001532f7422aa0a819f77ccc0e6
  f7e4d28e2fefd64d4c4f803cffffffff00000002000000000000000000000002
  000000041dac21fc8de13ac675e27e045af8217486800a37"
