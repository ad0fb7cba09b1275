# 402 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7bdeda29826436af3976fe5688279e2a9a3d7374235115b2ffe521f95815eb57"
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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cb19bfebc5ad368a8f9f4062f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b54c350d7a7bdafc61cf5b3d722f6fca03b5d76a9ab3727d1d10e9ac7a36f2b1
    1d26f6a5b957007e83ce2c33d64ff2a1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2a7cb8616486a272234c0c061765ed27c30677e38d0de45efb3c6a6f45a92618"

header_auth.tag hex"503e628dc195ba24b61312383582bb7f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c0c3f1b5510a5bf1"
  body.frame.tag hex"68d5b01344dcfac573f0281d2383aeb2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"57be9be1"
  body.final_frame.tag hex"f95da7e1e4722fca1ec4a3ce4ef68f73"

footer.signature.length auto
footer.signature hex"
  3065023100d8ca399f6e3d0cdfb2190f0aeab311fe1ab9a901516821472a323e
  a269674034ca69a8187bcf67f7035d82a4a0d7058202305890d54c11286e0094
  98a51ff4da56faedafa347a8c2fc36d69fda8fd2843c7f1d1fcf4cdf0673177f
  fab8bac6ca86d9"
