# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0b6867ff29be9f553dfdfda871c0273d"
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
    000000800000000c1e71b8aa084993ada38a2790"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8480420a46a5f03ff83452c0fbccc11dea4a6732330fc605ab1ca25a2a96abd2
    bd79946bda6f75f3ea4316cd7c34850e"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f8a178372178eecc969f90a63ef85783"

body.iv hex"000000000000000000000001"
body.content_length 18446744073709551615

# Not read any further: the bytes end inside the non-framed ciphertext:
# 18446744073709551587 more are needed @ body.ciphertext (offset 0xcb). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"90f68090b54bc68be0093c736019596f20a88de7d39ebcaff5a7890b"
