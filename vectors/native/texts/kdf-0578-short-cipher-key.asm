# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d3095af893e13f1c91d59fe584b2b4f18cf471789c835626fcb88dd0e069cd4b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ArQ2Bw3dolvSjwv2tUt1tD5P3EkS2Fef1NrhpUwReX/FibO/MkVTiCGAIAYvMGwPdw=="

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
    000000800000000c675c21c0ccab0811399b0662"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c232db0084fe32e1067d5313584584727f5fea33ff728370c7864d570d25aa0d
    0987268b58eb2242a33831fd94724f70"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8ef04593d5fd6c9d70e0405b414c294ea44aaebf99ad77bc30abab0dda1b1e96"

header_auth.tag hex"173fbff4bf8703d95372d71e10e8bf96"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"077490aa814b67e7"
  body.frame.tag hex"deb97e689e949d8ff2295688f4028583"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d2e8554b"
  body.final_frame.tag hex"e8a6dcc16c71cd23c5bf224e8fee01fc"

footer.signature.length auto
footer.signature hex"
  306502305acbe9451a5ba5f9d49568876290470d65dcdcc030dd43e5a49487df
  21994b12eed7b232d4ed7a7be23b962f35518d1e023100c2b9b976bf6f5800f9
  074459b88ebed8c6b406523964028e7d87af7193392ac4077fefddf0af7189a1
  b880d7523d3991"
