# 496 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  ad9c1e0e49a174831b089a2c554117e4a858ecf0ba712484c21cbb1d6320d491"
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
  header.encryption_context.value "A525Uc4cGUhneJ2zZJxHRsDvOtiimBEfsXU7Vy2yPUawXKxQaocit8HXknm3jIKIRA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarch"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bcdd74312bf9745e1d58ab6150e583e137e49681227e12b02dc8132e7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f2d8603ed4555847f5fa3fd64130176dc1a3b28ef
    94305aaf6d0a45140c09a9349cd0cdb9ea95755c10008d9c97cb492a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8eff8e331dab1f285e5506a06482b462308f033f8ddc86eb491794e53ad64e3a"

header_auth.tag hex"8693f4053ff432cd225be14ea54763e7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"20ea1f"
  body.final_frame.tag hex"1ff67a48124a2a0ff262816cb3507a41"

footer.signature.length auto
footer.signature hex"
  30650231009a84b74a8024ca858f8ca37cd3585018003ada71f4e512993781bd
  2c98ec6755e004e393d95eb2764ee89ea303600fc302302818ea93e079816967
  cf1e91024fb10218f9e7d6065171c0c3c773bbee22716fa5336d992bda98d64c
  c319b4363654fe"
