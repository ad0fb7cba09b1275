# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  178e7a510ea0acc3e716bb41c0630ee7cfc545f235767f3991588058b8cab2ec"
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
    000000800000000c9d4636d3e1c548f07007d77d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    37670e28bb95a45e1fea5e2644e33ad9ed24c1c0750a715951ca8049d92abe2f
    dd18ff5cfcf9cd0cb974e64540be8140"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  f0fc5a0b1cd1c77365d1ef2725ce465743c6106c2763fe71b09e3e8f1f4cf388"

header_auth.tag hex"271c8b8021e49202940f2ffb1591f435"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"7b3dfb1bba838c07d6ec0369"
body.tag hex"461a40f8990d7daad19f02e2b7c4c67d"
