# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  c11b75e510252e516c0a84063f600e58f73b28a3edb14badf326d092f8e8df6b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Awf1gV8+ptX9O8vTNIB19Em+l80z8jY1vZeT2XaLTk9o189/9Qpa/zvm4flbqX4twQ=="

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
    000000800000000c80662ee5c0a5b245b7d150ab"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8dc5e18fe97544a8202e058f1fc7f6e5f183b73a3372c120b263de49d4e4f183
    1d53cc55b9df9ce0887e9063ba36cb7a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a7d471b4f5e56ede128faea5d2e406b9760bd5a2af615ce059b44023c7914a3d"

header_auth.tag hex"df5dfc45a9e1fada962c138b7810b895"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"43cbc4728afbc99d"
  body.frame.tag hex"682b3398fb94bfdeef89aaf7a0f9e874"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ee3fd2f3"
  body.final_frame.tag hex"3fb4fcc43ce1a2e6ecb92cb0ea07cd5e"

footer.signature.length auto
footer.signature hex"
  3065023026b92cbd5a2b25c2e7be635fb18e6a06ccc294e2dbb885eab9541d3a
  b5b8d6fde65a977c3b280ebdcbf009230734d4ec023100954b0490fd72eb82f4
  4aada879f60ee5a0fa54d0bf16de43371ce44f22dff1e61bd359fdbf38edc7a9
  b9642cd9bcacb5"
