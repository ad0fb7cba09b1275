# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  fd6d595b975e65e6aa9edfc1951ebf1ee146ff5631de73e3cef1a7f7851f21a5"
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
    000000800000000c6e1e82dbd8da83d1f2c4484e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0c97dcbe6a6fe8348ba28e981e6afaa2199a7c4f5543a7802fb2581415a5a7b7
    021bff157b0eda7d8c4b151b27bfa4ae"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  d8a655627b8576bc64f5783d0f8c159e79c2c1cef37e4d9a71d508b1b27798ff"

header_auth.tag hex"9d9efabf9d913d5ad9330a854fa0f219"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"f54190185d0b35dd1f327c9fe7"

# Not read any further: the bytes end inside the non-framed tag: 1 more is
# needed @ body.tag (offset 0xf6). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"2d2249dc340ba542862eff5b516f86"
