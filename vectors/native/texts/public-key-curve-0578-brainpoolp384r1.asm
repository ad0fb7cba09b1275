# 541 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  76cd262ee4e548c7262e97c815550ad07dc8308aa5f3d7a5b4850b4adb59c498"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AyL+WztLJ3N39BkAh2fQ/rgUZpSGBQ0+7w1NpUWuSP9Sw0bHHFlBMZnPwcT71OKxaw=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c3a5070621e70dedf854c4aaa"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ed936ce0ea43d8fe0ad2359d8573331fab69060bc302d98bd591f4e28c635b82
    fb55cd47da5ee629753080ca839615aa"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  43e914cd0a0b267a143f0a88dfb48ac9040e855ae25b23a592d730519256362b"

header_auth.tag hex"0119f84bd0127ffa2f67ae3ccb86eef2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1762651d5ce8d903"
  body.frame.tag hex"72987ba546b8dd093e6ce70beff29a9b"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c3542cc1aa1481e5"
  body.frame.tag hex"0e7052408653427c4a3d6b59adcfe4e5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"879f7ace"
  body.final_frame.tag hex"5fdfb17c37c95fae4fa99058cff543df"

footer.signature.length auto
footer.signature hex"
  3064023056b289ed1a07ecb8e613950c9ba7a08de12c0a71842d0325538b71c5
  a6f80b2ddd4f7163ada5e2978a9ebafabdae1547023060ddfae41d1aac160c8f
  464e73dfda23f4e78be6a08efcc57b64b5afa4ad4c13b43c7cf7dbf7ba3b50b8
  c17ec252d7bf"
