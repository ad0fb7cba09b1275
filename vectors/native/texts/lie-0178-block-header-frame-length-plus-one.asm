# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"456a70f3a8024d3d1b5d2c2339c355d6"
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
    000000800000000cde5b14f48bf4bcd2b912f708"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    694cd6bdfbf17d13f6b0b14994bae1b01d448d2e768d6218ba6dcba4d5f9e4df
    b7d23fe3d03833efb1d1a742e27d4e2c"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 1

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"fc8727bb31c412d224d97b63e869e7e9"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"ab8b1d01449d0e330b470d5f"
body.tag hex"3b20db94d3ad1138271dbaa0dc2f773d"
