# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"96f2d50fbd3c8127fca7786191144761"
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
    000000800000000c0895fc6da217cbbfec93f6a3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6d81158a66f59644feac2b10515b2fa6fe95c8034c39885bd0abf2618e3e7db0
    ab5743521f7f6c60473cc5014268bc05"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"975b15738fbfc9185eb826fbea3269a7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ceb4b71251320163"
  body.frame.tag hex"0db749f05893bd1e9baf176f4e8d685f"

  # body.frame[1]
  body.frame.sequence_number 4294967294
  body.frame.iv hex"000000020000000000000000"
  body.frame.ciphertext hex"0000000200000004"
  body.frame.tag hex"f19e391f168aa666d292ca379dbd0cc8"

  # body.frame[2]
  body.frame.sequence_number 3605096139

# Not read any further: the bytes end inside the frame iv: 12 more are needed @
# body.frame[2].iv (offset 0x10b). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
