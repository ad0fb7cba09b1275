# 457 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"0ff9c1036ecebc26ad1c82e477cd3d1c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Al+KuHxewcNtuh2WeM48vAIiziMku15kNx1YB9X6kiwkqK5P+Cv5Bd8TMtR9ygdc3Q=="

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
    000000800000000ce3ced4f779e5b53c37f0cc65"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    99ac706e18c7d6a480b4ff4a6bb3006e68c0d9ee26a20c7f2f9eafc6c55b1882
    023b0d98ddffaab5"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"fd910bceb2776b939414a1df97d3ea21"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0c38bdeb063b7642"
  body.frame.tag hex"832117adb2a3d117f64d79a53024d609"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1b6879dd"
  body.final_frame.tag hex"37c46f534f925d925cfc1d3dae4adfbf"

footer.signature.length auto
footer.signature hex"
  306502304cc1d28be06302bced74560ec61bb5ef2483a9e15393b58b8d8c6ba2
  830b0df4dacb42ee7834cc2d1c83c829a4608498023100b1fe10526875811a37
  2cef3d91b5b39a5c9009cba0074c0c6b2ef94d2a15982c3c4db4f5bcf9f4186a
  ed3482bae08064"
