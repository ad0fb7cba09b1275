# 235 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"e8ad121cef729b5a43f1408902bc53f9"
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
    000000800000000caf80f4aa758f4f8af322d8cf"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    79ae071558b0a0f526b03349feaf39050fc201e59c929e46f3d75c0d8592fa93
    34d138bdfc272cffb6ffa24f745f8d6d"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"908244e5f833a5dccf7381c33ea62d84"

body.iv hex"000000000000000000000001"
body.content_length 18446744069414584320

# Not read any further: the bytes end inside the non-framed ciphertext:
# 18446744069414584288 more are needed @ body.ciphertext (offset 0xcb). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"0000000ce52e57bf9749c672cb55ac3557a2c7bd4a0eb041fae9c1b318a29a22"
