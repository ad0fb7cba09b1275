# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"fdb4841223d8c49f61dfe634a3493b37"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a44920cd4a29e7b5f8713d9ee69b5a4fb6035580e8acbd251d349cd2bf87cc50
    cdf05aa0b767715242320567217f9cec86ea491f3378925973a9e28244112cec
    50b96ec8dd7ead29c50a5f955a49bd402efb55b18d2050d708577ec1300893fc
    a19e875499f1af7d7971f54f8cc2fc61a4ff9d0b7c85f2dc4113e37abc26ed47
    1ba2ca695d65b33c77d9890a8ad28f63c5981eb216ff1d8e4cec34c038c9a8a5
    40ac7d07edcf832296052f4b70d2eccc7903c0f887d757bffc2d97046cb5a383
    f033c281586729598347b210d20a4917997e7491ec97372ec63346c7298057e1
    26d03af2deb40f197365c71fd40023476f6d54fcd5c8c6b7e2d4445ae74aa79d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"40a6e8ab6dc34478d9844eb39d9eea11"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1c6a3c"
  body.final_frame.tag hex"c183c91e145cfd184ae0685276951a9b"
