# 324 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"ed36f456f92e183a1cdc701c81f0aa3a"
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
    000000800000000cb44b5b59102db993716c99ed"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    134615d5a40d52b98ce95b0630dcc6282cdd0b6ec77e81bbcb24d16e80da096c"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"fe68406433fb5ccc6db303336401c7b9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"99a7646348169ad5"
  body.frame.tag hex"d5fb05d532f7296449a2f5b10a94bbcb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"559cb6ed"
  body.final_frame.tag hex"e3b66f80abda19483c550c8c386ef59d"

footer.signature.length auto
footer.signature hex"
  3045022063f18a865dca1c87a0f1602039bb0c9a1eb08d62248c16066a62a45c
  c4183850022100eaf6b5c02b4bac1ccccaa3da0cf34bfc34a60b12aa89e16dde
  1612dcb3c7d55b"
