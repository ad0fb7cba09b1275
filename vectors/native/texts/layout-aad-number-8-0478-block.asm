# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0715d297262bc824ae81d511545dab56af6887a085282baacb9c7e6f68959b00"
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
    000000800000000cdd522abe8205440c42f44337"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    52af738c9ba3ee8be175d6904a6be57b4cac6964fa6fea18dda38233c25253ba
    d2ad198399fe3e6e9ca0822e63ce821f"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  1fb20e819f3b58cde193792de36064a4781efa7919fbd3de7cc34f4f64ddcf7f"

header_auth.tag hex"c84b96fc81cea305ca7b47b74188f563"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"1c37e3b3fe29681e89add7c3"
body.tag hex"a148d691eb51e29c6b69e046dd1f3082"
