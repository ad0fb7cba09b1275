# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"976ead3d37faf693f39940564233e67e"
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
    000000800000000caf0cebd3971b3ffc58297811"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e484898740fa690912f9b3cbfc7a8d7577917f7f515024bba940b3d5cafaeba7
    5ad420b6ee7a68f9f324802c983267c8"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c62283e3f5cdbb43bed030635cb07d66"

body.iv hex"000000000000000000000001"
body.content_length 4294967308

# Not read any further: the bytes end inside the non-framed ciphertext:
# 4294967280 more are needed @ body.ciphertext (offset 0xcb). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"e13b415878638ee2817f525b7c29e9846a8e1cfdee8a0db16d97e1a6"
