# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"c857fd55b9614ab7c9388323b704d9b3"
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
    000000800000000c366c7bad40ab9d09a2608ffd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    02e4fa1191197b232260aeca228cf6fa7f5ff51eb37a3e7dc0f16d9848d41edb
    596350f31070b31e7b7c0ef467384b33"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"40150e3d6217f1b7c9e51168ac3f74bd"

body.iv hex"000000000000000000000001"
body.content_length 1099511627788

# Not read any further: the bytes end inside the non-framed ciphertext:
# 1099511627760 more are needed @ body.ciphertext (offset 0xcb). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"8dfec89fd25f62a04b2a0a67871cdc5c66a913ff00aed1ae2cbeef0c"
