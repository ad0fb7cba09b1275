# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"501cfd3be089c4ed14aeb491cd0cda72"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AlkQUSPDpzKLy7LEJ+Nq/WxPbozFPf98VCmpuTiRMhpQ"

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
    000000800000000cf12f57667868633d2858e484"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0921c8b84bcab64b555f5eaf6a28f0cc92f17d9a9f26d59a75960d1ebcfdd65e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e96cd1475edc1c1334cd3f30edfb2d1e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f309f8a500c43086"
  body.frame.tag hex"5d947b620fab4c11770b9bb7bd59f9c2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"01af7be3"
  body.final_frame.tag hex"b972001be52219b841c8e02f5a333d56"

footer.signature.length auto
footer.signature hex"
  3045022100d5d8058df9ac4d993770f22cb780a65da940e3befd2b6e95157226
  d1e372883302202e96f412e20cb3b496931375ea0d69238c221b586fd46a0e0f
  ffa03bb941d9f9"
