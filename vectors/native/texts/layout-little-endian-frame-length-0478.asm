# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6b894578f4537c4722de9f3a6758eb28842c156240d9507cec8c2670e9f39709"
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
    000000800000000cf1b75f04ccb002b4dbaa8d39"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    137785573fc594838a6ea4b6988ba83c57d6b715c6889a5c217de3688c536f9a
    f968590c5dc8ec87a1b71b9662f6196d"

header.content_type 2  # framed
header.frame_length 134217728
header.suite_data hex"
  704b04bde707a48d29c432d9921d1f46691168fa40da29e4a595d9445948a604"

header_auth.tag hex"cad7d2bd82d08306e43e21fcebd25bb1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 134217660
# more are needed @ body.frame[0].ciphertext (offset 0xe5). Hint: Fetch the
# whole message again: it was cut off in storage or transfer, or a length in it
# was changed.
hex"
  4d3178c50ed044db7864ef96368a6a89b5569412199b79d6ffffffff00000002
  00000000000000000000000200000004c2828295270c835d9df5e893a5956b36
  d42d79a1"
