# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"68dcb4d2e9b0d68c3cfe4f984b69426b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AiThUEsrVmbk9kiX6lKZpt1l63jQeIlMsgv3tyAh4M4YLTrhe7iKH5W/9fC8444p5Q=="

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
    000000800000000cda6a3f4a7dcb31109da65ff0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e60397282eaee49c935657782ada53b71ef59597b27045036cb8b05d8ee1ce32
    b9c8a1d4e3b6c5af4bc59ebb0b1e9eb3"

header.content_type 2  # framed
header.reserved 0
header.iv_length 13
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f01315f7e773ac59643b3016549cd8e6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"369a353dba3c02a9"
  body.frame.tag hex"1e12e971c686249e0077bfa45c256d3b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e74868aa"
  body.final_frame.tag hex"81e3cbcd0be0426340ca8fa21c430a02"

footer.signature.length auto
footer.signature hex"
  306502302ae6d1fe14cce5358d4bbb9596065e4d0d26679d4c5f3c37f12831b1
  26f5c55242afd9e1c00a9c255509c4a3bd0293c5023100f765eb5699f8547b35
  a31167d6a9f3abe5885ba48754e8a2ff7eef4213d7ffb0c7a7f73c13dbaa576c
  fd60eb8fb22871"
