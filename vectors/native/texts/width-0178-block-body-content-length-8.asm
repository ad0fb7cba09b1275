# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8279f0ccb55f6178243a9c096eb53ac8"
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
    000000800000000c1603aaa38a9b0340dc727484"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a2881d7caff4377bb1a267f5cc229d6b243eaeb65846794fe6be5210ffed61d6
    aead6a956260f3506881955aa07bf75d"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"dca39b27822d24babcc09d1cfd1691c6"

body.iv hex"000000000000000000000001"
body.content_length 268

# Not read any further: the bytes end inside the non-framed ciphertext: 240 more
# are needed @ body.ciphertext (offset 0xcb). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"aaa9cee8b717196c386d545301f59c19a183aa7a9188d659e7c44ee0"
