# 428 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"61a485bd81f27cd12a56458fc6a6b8f9"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A8Kh7tB5UKZg2mPI4yel7k5zGlTZymGynn65ynGg3+btVf5a12ZsuekIeMmLaQlPxA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2d92e2b4532281ddc648d40dbbffbe87943cc0f3759b29be6a9e2f1b7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f7e571bf7b68d0db19b6fa05a1686556dc8368f42
    5804a036f54eb02c97eee65d5ff0dca79d930c5cec961c613dbbce85"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"be134ded4f6a39378a8376939088609e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"65c155"
  body.final_frame.tag hex"b9cee9186156cb2369a0666a89f21e73"

footer.signature.length auto
footer.signature hex"
  3065023100f831761641ffab0a0b3d83d64f62f9aab2e3f379026a1fef1a158c
  8143a64b7d612e421cc957be42977a13883412c21f0230682c545c3e7133a842
  6b9b755f44a9a197ec254291c29ed7846045a70d85da3ebfb4cea44ed29abf10
  115f4b0c748cf4"
