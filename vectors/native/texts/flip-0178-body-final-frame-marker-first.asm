# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"a3a10d489ebff43b5c4fcc476393bbf3"
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
    000000800000000c8a763521cb61a862bdcbdc04"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fdc8a66847f17e4465a6a9dfd1ccb3c6d827e0220a8193dfa8383fe677142bca
    cc6b621fe9ab39cc165c402815484dcd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"552644fd06886672efd5f3e390d780e8"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3fda69d4468bc6db"
  body.frame.tag hex"6d44663cd418b367c8c9ca3a73d0950c"

  # body.frame[1]
  body.frame.sequence_number 2147483647
  body.frame.iv hex"000000020000000000000000"
  body.frame.ciphertext hex"0000000200000004"
  body.frame.tag hex"933584553ac263aea93d91f3c3dfd088"

  # body.frame[2]
  body.frame.sequence_number 941252381

# Not read any further: the bytes end inside the frame iv: 12 more are needed @
# body.frame[2].iv (offset 0x10b). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
