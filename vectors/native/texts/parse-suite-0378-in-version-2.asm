# 518 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"
  7a20ae4a41b012c868b065f23475961f7a20ae4a41b012c868b065f23475961f"
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
  header.encryption_context.value "A+eJ7E9uJ0tSpR2ve4I+R2c1GfSgxGOmJAtk8BR3yJZ1qgPJ5rOhx+umKn1/3JVMMw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c9d34aebb2f00f003e93ae740"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    98bca89ff96f1b980c6ce7fde90c4efafd16e27029d905e11eef26a60c82c97a
    91d65cbd4893b0f8b135016f322e9078"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"813308d3749611b5276bef4317a60afd"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9f0648de81c060cc"
  body.frame.tag hex"516bd649ebd51cd0d5d35be3e63a4642"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"f6a3e2dafbbb8520"
  body.frame.tag hex"2021c8a87c4bfa33d371856a99972b4a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"083a166e"
  body.final_frame.tag hex"bc45a61903d3a7c5f7908aa581d126b7"

footer.signature.length auto
footer.signature hex"
  306502304c971775d2acc8beba61e152b0da63a50bc9bf1094c9890496a3b9ae
  8b559fae056bc550c73f20557ad2a802f24b5285023100d61a61b46811d736b9
  192d497bbe5320c2db710d807303495d3a782af998f8daed20fe1be08a5d7ce0
  b0ead9d9ca7a17"
