# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cf020bd7df6ed3c757b54f8eab6a30ee6bbc55558dc3659581d898e173360f9d"
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
    000000800000000c80a0ecd77c442faf70b49b90"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d6e303c37fabb117221ddcd30edff68f6de36a0f4a83b0ecc02adc38e5576c0f
    53c0d752b8f7907b9ce039821bebcf65"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  f92a54845186c67144dc6555c2798f80965543f48a1e8a0ae356c2c154d0c08d"

header_auth.tag hex"e58ed80af22b809060a145ee35175017"

body.iv hex"000000000000000000000001"
body.content_length 4294967308

# Not read any further: the bytes end inside the non-framed ciphertext:
# 4294967280 more are needed @ body.ciphertext (offset 0xe9). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"ed3b4682090297f723461cd6de82673ffad25df0bad5e8f514b214c0"
