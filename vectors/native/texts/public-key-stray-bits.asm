# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"749f0a201bc7d3fa3654c0bda7447e80"
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
  header.encryption_context.value "Au9gb3xekcWsn1KpldQJjnnF7I5n/9DZHlaDjL+NC3QaNnPcikme4Tzrt6JGAdbFIh=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cf64ffdbc434555c97ce5fbfb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b001f77c31346d33ba5f395b7e20ed38d2457fe148340d4608da9f9a5440a0b0
    c8dd7a4bd2015dfba4f82b3497e49a43"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"9815f6de17cd634480be4828d2d1a514"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3c000f708227b371"
  body.frame.tag hex"fee8b864d1fcfe83cd4d20e9bd38f4db"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"fd113bc66f349f3d"
  body.frame.tag hex"f5a7986de6a6c3e6b71ad2fa4820be24"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2969de4e"
  body.final_frame.tag hex"d258135c4f2f16b87e1aae74a77d5a4c"

footer.signature.length auto
footer.signature hex"
  3065023069e8a607a78dfd43ac62c4f4618e4251d0c57b7a452fb33acef4b8c3
  4cb4816882a670b4938757d327b8e4a329dd5c8e023100dd6a13e51eeeb93a12
  f49d952b4d328195523e42cedbe397382700b5eb4fa29c6954b61eaedc284ed7
  fcb01da08f04de"
