# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"d6f97111625c80e59ed6fec249e456ac"
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
    000000800000000c5bc295723a31332a7d261c66"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9286e5d2bede536cd5a98286250009d1aa8f2b7cd2e68314d6af76431ad206b6
    0957f2a4d561aa7d7a2b6e171a630008"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4ef9186cd2680b7d0d180afb107c4f54"

body.iv hex"000000000000000000000001"
body.content_length 68719476748

# Not read any further: the bytes end inside the non-framed ciphertext:
# 68719476720 more are needed @ body.ciphertext (offset 0xcb). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"18a279d76a886e0ad39b3eb4bf44ce174d4b0820ca7ba45000ab913f"
