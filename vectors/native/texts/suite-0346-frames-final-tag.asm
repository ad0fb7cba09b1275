# 457 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"27946f2052afae412695601c16cd6920"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AnM7aW/ba2eHRZw2rZg2QLnvC0L1aEcTLdB5EVhjk66NLU3iCtTvd+MnmHnkXO97kA=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c77f77764b3a6da5174760965"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    74ba452fa7cc02190fd905a8ab7ed1b870df1b540e1c722a075ec192cb9c019a
    b16f251b52dbdd6b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4e1c3505065494f8de6c58565289cdd5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c3d0a6607db31da0"
  body.frame.tag hex"caa75523b0f22c974e41ce24bfc6bb46"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"74fff6ef"
  body.final_frame.tag hex"ef250c85f468b399d9beaef92acbb532"

footer.signature.length auto
footer.signature hex"
  3065023036cdc24d8a696b92ae2e1342f87c8b60483aca1083c5d70349d0101f
  91043022473f2f0c0127eff474692ba994f5e7e6023100a7535a3f17e8c14947
  9a66b8a8be7fdbfbcb2ea99888bbff55ee84244ee12ab9f7da9a2c86cea6d9ad
  75525443857a9e"
