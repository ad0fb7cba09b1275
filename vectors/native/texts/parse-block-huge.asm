# 284 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0fadeb8f6274f65f60edb9806226e51b7d635156bf959d3c7b757e492435b565"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c208a34b94efe9479712bd2e1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4ac816245ad142d66281776c7b41c76de2bbbb89b161c4c60081d935f67a6494
    4b496287f102699abf76964d57cf1aa4"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  32ef5255fbb59314508cf478bb5dbde75f6145e99dd170a3bbc94621c3e432d0"

header_auth.tag hex"7b068d86b7ade2afbccaf836304f9d3c"

body.iv hex"000000000000000000000001"
body.content_length 18446744073709551615

# Not read any further: the bytes end inside the non-framed ciphertext:
# 18446744073709551579 more are needed @ body.ciphertext (offset 0xf8). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"630ac38b5c8f642262bb0feca1f8a2ba62803388b9fa4adcb00a8c1cdb908546bef75b6e"
