# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"947e16b5fa4efbccef38135666f832b5"
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

header.encrypted_data_keys.count 65535

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c9e4fc1f5467ee55894445336"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b0cd17794ffaf3d132d4afb288ed85508c3f4343b43dc858404f8e381eb5835b
    7cbae79b93ebf794fae1a1e01327dfaf"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length 512

# Not read any further: the bytes end inside the key provider id: 392 more are
# needed @ header.encrypted_data_keys[1].provider_id (offset 0x93). Hint: Fetch
# the whole message again: it was cut off in storage or transfer, or a length in
# it was changed.
hex"
  0000000c00000008000000000000000000000000d5729439baca5891fd20a7b8
  de7396e700000001000000000000000000000001ea7ae4deaaade1a53ddb6a5c
  df63bb8bc467d45f058c61bfffffffff00000002000000000000000000000002
  00000004f3722788b7e55d29d6542c475e1abf95984d8c19"
