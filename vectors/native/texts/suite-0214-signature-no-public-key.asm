# 324 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"206ea2189e45736444fbfaaa27fc8d68"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
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
    000000800000000ce9d6596ebc7df9c2dbfe5168"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    890e35857c0bcc6b00c4f99d409301da17e4ce8bd177ed35600b9520464e5a4d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"b1f23152286b4b70401b1c6ebaf00e65"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f02b066feb4f2616"
  body.frame.tag hex"92eae69cf362a59e812c307203c28061"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"14f01e5a"
  body.final_frame.tag hex"38b18a79c841a64d2e0fff35c4b92c85"

footer.signature.length auto
footer.signature hex"
  30450220281f04afbac8a0504aeef943655cb7e2145c9918d1599bcedc7191b4
  a6c5bf4d022100c95518ec70be8bb6bfc674601f91369f8736a95a78dced1705
  0df586299a09a1"
