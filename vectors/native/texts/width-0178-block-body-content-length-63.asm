# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"773ec355b20ac1e9ffedfecf826a2006"
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
    000000800000000c5146b9b0fb038f613f36968e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ee14568802420497216e7aecf17403b5b225c073a54dfa5921e94217fabf49e7
    786b5387cc7e8afb098c21f508e7ae1d"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0e9796d659622eb3049e833005ed0932"

body.iv hex"000000000000000000000001"
body.content_length 9223372036854775820

# Not read any further: the bytes end inside the non-framed ciphertext:
# 9223372036854775792 more are needed @ body.ciphertext (offset 0xcb). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"75b209493f8fce92d527ad8c41d062673b9d8c7c69c068a6531a5a6e"
