# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  5167f29cbb17467cf5fa9aad3e85e9375c103ff9c6cd0abbfc22de57e393315f"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Aif9H2nx8jpYn3Eu2DJ2qJeonajYtM1QkfBtbhuEaVZmADS2tDCVqy3tQbgAV64WXg=="

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
    000000800000000c8c7e8f605fe2099fbbef44be"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4e57e4fc75bd22c0b8b84d9d5c8ed934aa807237354c593aab674a0796a4dfa9
    71adc9845ab860b39bbec3bfaf9e99b0"

header.content_type 1  # non-framed
header.frame_length 0
header.suite_data hex"
  a6f042070c9dc707f47513ca652b075834e4a24fe1fd978435be25077f002915"

header_auth.tag hex"1ea1db85428d981333c66bb34661c754"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"70aaef689daf9dd861647ccf"
body.tag hex"86f5cb23139d03fe2a49e3d26d45ba1c"

footer.signature.length auto
footer.signature hex"
  306502307e95f5aaf8b3cfdc3ff1c149e4170991951f2870679b4e5ae4706fdf
  42e8a9fbe35321d4c007bf818ff0fae327ec49ea023100a65088d0c624c54665
  2865c521e7876ce4f0674b84a05ff800f16fda3986cb555112a645f983b2af7d
  c4d3c0caadfcf4"
