# 231 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"d05b0cee483b0c8caac7c1ac33d7f8e8"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000ce7ff676060b9287b0d66c63a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6fb639f840e7bae1bd6813e2d9104092bcea4b92362bf758875063636d1c692f
    414ef9657b3422f07f4d42c040e7257d"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"25fe9b5f1773e2327b9ecdfeb4530017"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"51ec7f14acb5638f509a2eef"
body.tag hex"4b71f7946756b64d81e939bc4075bf74"
