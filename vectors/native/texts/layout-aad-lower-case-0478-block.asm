# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  fd5f718639f102887729f374486f3992cba3c968a40223b3866203985f9eb7eb"
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
    000000800000000ce1346f2414112c6fe44392d7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6291dea8d0f635cf14bcd200e078551bf328beb65197b71d004e699a53aa646e
    a6c433d5e44a6919ad4bfc602a1f3186"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  7d3820cd5ff9821f989a379453feb763f3efe9a4cf1faa415eb50d868f169d33"

header_auth.tag hex"dd188109c24028dbbdd6c49c229003e9"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"e1bd8acd169898040ae78f56"
body.tag hex"5e5ac1eb1daa237d6c6f31cb723becdd"
