# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  ba4d34c43a54e7535e60f4075fffaa94c04d8260a221381e5a07579c7b06cf15"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AwXOILBJGbwUaYGALGEqJ//DYs9tmd2rtd7FypFKBtZMJEbGLMKIhvOaCV89dKUVWA=="

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
    000000800000000cf26ab153da7bace9411801cc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    157deac89af92d0c6bcd49b0cb60e045ddb34a4d1c3d9a83f8b042620c6f9674
    7620ada7a09ae42d76d9fe3669be532d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  866e37d6b335e51c7af703437954765b3ca46480934630e617952ab266f81f25"

header_auth.tag hex"e41ff54efd4539a956908e118cbb9da9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"512941c0bb853b46"
  body.frame.tag hex"37eeba5c407aec73e10a85794d58f063"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"aaca0ea4"
  body.final_frame.tag hex"12dbb3cde86ede549d0e95be67eacf19"

footer.signature.length auto
footer.signature hex"
  3065023070de7c4bcda10f3e75b1ad07ed46bf7e28ee091c2c109e8d81833a76
  65e3c564a770501c741736d56ce88e45fed8446d0231009526497c4bf41431c3
  7a4464383d8e136e65626f03bfcd57b06cd15114ea4c8ecfe1d138b9710df760
  046eac84b3d9dd"
