# 235 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"9f473b92c05c5a59438f84798e69e14f"
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
    000000800000000c6592d507628c7afa327234f1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b42541d2b43b0765132b3930803ceefd1aaddf48e9dae0ddabd8ec5e93cd7920
    5e6752c699ef4f1339bcda0a63cde30e"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"6ea96026d69c64510142209a71c567c5"

body.iv hex"000000010000000000000000"
body.content_length 4294967296

# Not read any further: the bytes end inside the non-framed ciphertext:
# 4294967264 more are needed @ body.ciphertext (offset 0xcb). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"0000000cbd74a3453fadc37c54c02eb1282406bad2c7eff779ab110954c84e7d"
