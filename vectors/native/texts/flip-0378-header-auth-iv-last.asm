# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"65595ef3d3de5b7f1d445f59815e6f87"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgwOYO0lvt8zG6ZhdyuNAd2aUevppbdbefQT3CAOi2YzM33apiEeOJYyHA0ecTs5IQ=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ca5929ed38234644f9b29f37c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    68e36332c30656242f73241ddf5d33dbac370c09249ddf24de7ab42826bd203d
    5c86413c55bdb48ba0776302a6214c6f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000001"
header_auth.tag hex"3e38a1c7aed050073fc21dbfa094302e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"77097309da8aae19"
  body.frame.tag hex"bbdbcebd157d29aebf0c28642b0a7f9f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"350cecf9"
  body.final_frame.tag hex"81adc5e6d0c6b677d811f8ab3e7c703a"

footer.signature.length auto
footer.signature hex"
  30650230476dd39641f9da9bdc433997e1dd666dab187ee234bc9fe70b450373
  944ad12d00103bd7a73793e2848f0082e71fff36023100befe0377407c354537
  2d286fdf36da1db03d05a325f7b3ba130d60d26ba78a49736200b194ac1de197
  d6532dea6ca06d"
