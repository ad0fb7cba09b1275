# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"991476ecd0d3fb0388a6f7f9d62f8831"
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
    000000800000000c5be43e734dab2b595658a6f5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    eb07fc03e8a911c8f44ad441229e6f296138c5f424a77f9d3217c218d05aee0d
    c0b7f07d7921fcdcc6d0517155166160"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e4e69a4c31ac5a25eb999a300e420ace"

body.iv hex"000000000000000000000001"
body.content_length 65548

# Not read any further: the bytes end inside the non-framed ciphertext: 65520
# more are needed @ body.ciphertext (offset 0xcb). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"416ea9b73917e95334a1e912cf9b4266b1365e0626b6be57270ab82b"
