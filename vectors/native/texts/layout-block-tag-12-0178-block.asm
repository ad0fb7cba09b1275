# 227 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"42db2fbaa4fb9104a054cb9c96650b66"
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
    000000800000000c668d5e9b633ec702be68e01e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5ab6243a6f220dc22b015b6132819aefe0a355accb7a189c366d814c948caff3
    8902e575a2e1a70c41a8372d8630e8bb"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"57b4cac10d57e0dbc2f49dee3f323b3c"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"db1b79885e9f45fc6c0f7f1d"

# Not read any further: the bytes end inside the non-framed tag: 4 more are
# needed @ body.tag (offset 0xd7). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"8c6cdaa7ac8e3cee496dc7f3"
