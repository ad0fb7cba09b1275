# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  a76346cfede42ed2b7a805f286f560dcb7af88b52fa71a22b20df49caec6f586"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5Xr9sTn1sUrlLWYz1ar8TPleB8LcDfmLaoTCMrQqeKKsPcft7LO289ZGr6O2JZvDA=="

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
    000000800000000c0c7a5c271948b9e9161b6e80"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ce1872981691b2898e46464510f4374c8b8e21910ff38c8d9ad2e0c3f89d1628
    96fadb714af6a2225195aed6ce1a267f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8995220bc5d7bfbf46b08274f17e7c20ffd3fc08007726ece841f6f2777d2d7e"

header_auth.tag hex"0899848cd24e625e6e9a647eb14cca10"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"118659772db20635"
  body.frame.tag hex"9650a55066e4b2181d49a67cf92eea8a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b92f7ae3"
  body.final_frame.tag hex"2cdc040104a37af96aac4ca4d70ee54f"

footer.signature.length auto
footer.signature hex"
  306502310089e057151d13fcdd59ab1461568d104a2b0bcf6ab54a45091d61e1
  f51714b7471b5f25f2146915206b4a80ec90a6377a02304df1af651f06b952ed
  d0ca6d095c6a99c715ea0b3090d339033f96f1dd5ed024333b1ab2d63c7d44fb
  4c1e206b1a1661"
