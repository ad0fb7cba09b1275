# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b697a64cb78f64a418c5c2beb14f2f4c76015a1031fbb0cb171066c4c6332287"
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
    000000800000000c12ee70fae305d37398f691a8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e47fe36f724c5f6e43bc457c6feda1520016946cf302d45cef429d27f32dd7c4
    04fc44bb324df9e822e313364997d655"

header.content_type 2  # framed
header.frame_length 65544
header.suite_data hex"
  537c1ac86d85b35ad1aaae91249b4ac5fee54f00afccfc7d476cfc27905806fa"

header_auth.tag hex"7ed5b099380d8afcb0b8e4ca119ab90a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"

# Not read any further: the bytes end inside the frame ciphertext: 65476 more
# are needed @ body.frame[0].ciphertext (offset 0xe5). Hint: Fetch the whole
# message again: it was cut off in storage or transfer, or a length in it was
# changed.
hex"
  a62b0f9cc656a355bcaacefee82e48393ac19a4d80b81352ffffffff00000002
  0000000000000000000000020000000476c169a7a7b09b6328613ea04b104e16
  fc0b644e"
