# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  cf4552084366a5bc95e3638623aad438c5cf933fad98ba3b19859af2f63fb94b"
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
    000000800000000cdb46c6e64c75fd96ef1059af"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4c8cfedb9182be5cd1e5c9b8142e30638a16a47c51c62b9544121f915576f533
    f6f178c4029b321d06af03be538d227a"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  0bc3e2ddd4f0f4e69f6bc50b18f40276aa9506b468e1a094cd1e62762b1b529f"

header_auth.tag hex"b905687a847bd8ae564272d6ad2497fa"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"6eb5dc583d521f8428af13bb"
body.tag hex"d4dc2ea2347bab780432e3b1505767de"
