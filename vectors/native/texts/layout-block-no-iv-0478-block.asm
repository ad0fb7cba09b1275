# 249 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a4aa1f5cb10bc4736161591af40ccf47e9a507e992f956fa0e23323211ef4dc1"
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
    000000800000000c65d2ec8874a30f901ae81869"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0fbae29823f18cf53b78199b21acdccb7fbcff226d30c652341b41901687f1a0
    c98a9be4f6141fd57f81861936af73df"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  682b8cbd2c003d232590b3b938e63c7b684273c76a3daed77c7d96c86aafaa25"

header_auth.tag hex"a22cca88a7a68f6c88d573428fd24f8f"

body.iv hex"000000000000000c6b4b602b"
body.content_length 11112820161398505002

# Not read any further: the bytes end inside the non-framed ciphertext:
# 11112820161398504986 more are needed @ body.ciphertext (offset 0xe9). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"e9407a9d966840fcfd8a4a8b3ebd38c2"
