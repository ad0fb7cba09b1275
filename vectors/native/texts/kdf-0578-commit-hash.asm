# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  5ff6e50d57d6d7d6653141c7e41513adc42cd0828bca5ed1ea5f75a4a60352cb"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0d/heRU+RV3A2bvfPqo2/ItsdS4Czjg43zrW7raf9wcXzfgnfeMk5AE7fpiZ23+XQ=="

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
    000000800000000ca88a00b03b168b3670666046"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6954f5af3463234d96948f12830660cc4628c2e6e7646e0f17d07dd26b69703f
    383eac4c30e2fbd66fd9c3c811fef3c4"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  89404d334633900755aa2b3bb94c3c7ddeb5d7044dc3f9ced122a0d1140295ce"

header_auth.tag hex"a4bd5cb580e19909c72c7b6193e12a4c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cd2cb98c337cd5aa"
  body.frame.tag hex"e2582807b854e065d34a00d479ad6daa"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6bf6b128"
  body.final_frame.tag hex"5f3baad21e41191dc31cb0eff9aef0e0"

footer.signature.length auto
footer.signature hex"
  3065023100efebb7855e4831f5512c7b0dc14cbb2fb4f450a682ae65c6cd33f7
  02c680bf100bf66856648ca743426ac80fa40433d902305dda6090c7a10d6f5a
  b81d3d74fdc6a31219d28aa67c26260a5c9fe50105a46e5b0e6e0be9dc31f41e
  d67e891665fd47"
