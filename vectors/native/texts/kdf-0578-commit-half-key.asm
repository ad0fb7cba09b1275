# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  9b907ddcc14e809e6b610b32f8e45ba97cb2d14320d189dfb4c680cb9359aa90"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AmL7lDm1YWQ5IUawp+x+SY1PPMBKED/pMXdQlkSiHMigQptt9CRUxvX8sGzbR7KEyA=="

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
    000000800000000c7c50231e6e89382e4236441d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a1b1858186dc549a91e1e50676359c52fdefbb902a5dea08539e9ba5aad8249d
    f5632c8a80c7b101546480be8053cdec"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2d936815face96443a7d6194d8c582948c0aa01cb69a3a2335a08910c31c96c4"

header_auth.tag hex"aba3d2ad394af48cf8ac3b83d1f85ca9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f3fc3dd220eb7bcd"
  body.frame.tag hex"a9cc6f261e4dba41e946bef49633aa23"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6f757140"
  body.final_frame.tag hex"dbdf249e84e5d67f1b63fd5003e6fbde"

footer.signature.length auto
footer.signature hex"
  3065023036feac64bac10986bf5f9ddc811a82792b8fbbfbd556bcb0bebe8087
  6688aec5b29e5a86bdb2a1a9271bc2969111176d02310098da0dca34327ecf98
  be40b4aaded21a60141f3809b2f7c599a43958d68cc78fcd4004a2b689b23e68
  7148ff1cd7d383"
