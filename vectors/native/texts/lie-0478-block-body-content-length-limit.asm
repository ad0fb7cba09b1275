# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  189123d39c563408fcb55978e8bdfc1eab5825aa1f7a6ee1684f0396c0491f9c"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c529d4ee68730c2cea82e29ec"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    306dd6258e48a76878b88f29d590ebc5defe1bd54f2dc2b493307160f6c2db19
    37219bdc5f7cd150bb13529ae28b4340"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  d84a1b359f76106b4e0e8cffbeb84a310bd68534fae9841a877719c8e035b66e"

header_auth.tag hex"2f67af1d9075e2f59cbe163bf7fa30f7"

body.iv hex"000000000000000000000001"
body.content_length 68719476704

# Not read any further: the bytes end inside the non-framed ciphertext:
# 68719476676 more are needed @ body.ciphertext (offset 0xe9). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"c0006b9d6a80a2a49f41775b376c52808bb0c140c49ba1c360088dbe"
