# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"3598189c1363c7b3fc8f70419c4c2895"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6I8Mbmj9YyAVZSRVj6EPnCQvyzuYZPcZ/KkvGdi2XFW"

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
    000000800000000cc23a8a43a7a7706cd7ee621f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    484e2451842f564fae7d0ebacf9a4430bb69401f382e627feff9a299322c40da"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"72006ad06fc85ba819c39a9203e9017a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"783a6d8445221350"
  body.frame.tag hex"b8c18dd691e4ec3d296df6ec4d032b37"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"861ed1ef"
  body.final_frame.tag hex"3dc684cf529dc4db60f6e4a2cf7ff1ca"

footer.signature.length auto
footer.signature hex"
  3045022100ed93aff85d095c6cbb5a489da0e65b484513543b64255051ebfeb6
  f6d5a319f30220201d2d972955a09217907650414f3d77fa3a9ba1267fbf3140
  55db92810ba9c3"
