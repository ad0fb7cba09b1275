# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"1d182b8cf03fdb95d8cd6ed6a624f590"
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
    5411e226c9918fc20aba44b68bad82e2fc84356f51d30fc28b599e76a7ad0a2f
    839e339371b2a70246b1cd30eafc6bc5502d4f96eed97e45b00d633ec7b64c79
    4ffdb28f999440f3ff13daf8481f0379b80a12e883d1f68dc80967fc83e59bdd
    cb44aa7817ebb104a4c7f366d1d9fedb09a7fa9f094d363814b11fa92dcc7537
    83a6a68d8133d4789bc313bd09204e7b559f3a5d8ca74f8e2faafc60c48fd170
    b36ebdc880985536f03dc2bd6f092466ac8b53f874038e172e8b6a7d12cc11ee
    b156cc0887af4f32e5ca773614a6e7072eb4119c242fa10338762bd2d5388678
    db58188a5c6ba99a93fcafbabd98df2f5d73c3493a4c957d47dca678b7776978"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"699cda462507867d7d5f6288787783ae"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cbc193"
  body.final_frame.tag hex"1e748c9d53bf4cce50f4cc80cbc775fd"
