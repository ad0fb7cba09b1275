# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"9ab8ed4c34ee8b4f1c25c55b08548393"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "As5xPrLOwtKR1FAXKCO1EkU7ItBfXiride7DubJGKrxB"

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
    000000800000000cc224e7829f0dc6bb1c7842d7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dafd50deafb6013c257667f80f36bd0ea94fd57d46d0b960ca5a94c2a6e06797"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8a28ea428adce2528931c76e2bd5a258"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e53550052db262f0"
  body.frame.tag hex"94dfc415e2fd2b8a9e07500eb3b95582"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"508350f6"
  body.final_frame.tag hex"0f33072bc70650273abdd6df772eb8d0"

footer.signature.length auto
footer.signature hex"
  3045022100e501d14b0699d20c8a99f43ba20870b76a9f1c882c1c5041ec66e5
  e7e708166c02200c5060f81cafa36c36253e150e0307886a3cb40cfea66f0ed7
  d91cd11dd6cc45"
