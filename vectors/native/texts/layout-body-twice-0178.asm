# 351 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"fc122ec493744701c033bfd602a8b030"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c631571936c133a57fd825805"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    68c9d4a943186f5810758f0a1978c0da9e8642499ddce2680d817651bcd9bfa3
    289577a58bdcdaed5e2f45fd8e3fb2f1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"7e2b140c3e334e69989a4a9f0588042c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"435cdc6e5ecae6d2"
  body.frame.tag hex"2c8da646de7e266078e8896d375f46fc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d7a76e18"
  body.final_frame.tag hex"3a008e0324b9245ca1fb2492f220545f"

# 84 bytes follow the end of the message
hex"
  00000001000000000000000000000001435cdc6e5ecae6d22c8da646de7e2660
  78e8896d375f46fcffffffff0000000200000000000000000000000200000004
  d7a76e183a008e0324b9245ca1fb2492f220545f"
