# 499 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  b4f5a63c5c9355468ecb3fefcfe6a4c236f18e2b67712fb897e54df998694d07"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AqSrNQSHCJWYUxN983D+bbMs4NhqeY6vifEFnTDcnq/74nx8QRdSpR0DTjTrn6BHog=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy-1"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dd89580442e8caf02a9bdea855899cf0dd30b78f51338dc2daeb47a27e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f49e7b31e23bc6e7c22ed8e821e7c6c7d18982752
    c157831961905ea9c8b6455b642a4af0403815b2750a822ae7021b2a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4fa7429f3bf25737eab425841be52e6ec9ec37ddfac1d7db2001e39119858f18"

header_auth.tag hex"8953ca765c83bdd768fb755fd7acb0a7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4f8193"
  body.final_frame.tag hex"e74e6c7dc1d94b83088be174511a2415"

footer.signature.length auto
footer.signature hex"
  3065023100b035eb7a4a79ab1ee8a58b3a043967f20734e766052d42e0dd5b98
  b55cf3733e0fe08409c8aefc29d120ba1a211fbbb802305adf0a829a87d73e6a
  8a335838a070e676300171e4eacb2c7c241b7b6dee74cebcf63d6e9f1e253144
  26f433cb248d91"
