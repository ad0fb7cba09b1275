# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  62784ee08dab030989bc3deb363ac41003d30f3e0f2c3e6c2ff75af4590314ec"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5BUMRIDbNAB4zPeLivH2ytn4ocbPcWHz8gCHOBGJMW6x+fRk1athCFwJPqai4LOpA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c4fb5aaa9d931b34c7fdbe5e2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex""

header.content_type 124

# Not read any further: content type is 124, expected 1 or 2 @
# header.content_type (offset 0xcd). Hint: The header is damaged.
hex"
  a9d2a4a6aee16521c90a23a342549a22f66e1c7916ec43d739bde93c067f672c
  83e54b4edd269fa62e44b4b4a18d100200000008019a31cb4a2f84ddfa35eee9
  e8a558263792aafbd98e3503491dfc913b5571800728676c1a4e5e7f8c47e4b8
  c6a0791c00000001000000000000000000000001459ad8e4a96d412460297574
  90d7507bfa706163e12fb073ffffffff00000002000000000000000000000002
  000000049213f6d901d1da16163160e22d0be87374c55af400673065023100ec
  16ae7a5ea83e7c9ca37509f196fa8aa998919086425aa516065132fa343792a6
  87a561b0c85d26b6e699cd14bcc33d023056e29e6e5cbdd33b9bc31129c7b4d9
  66809861be9b6425d7b7277ed29ccbf4a19f451effec6fdbbf7302d2a4c8083f
  39"
