# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"03f56ea356ce8226174c293d206fa205"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Au+SxyixyElSUuGCWjlrHbwio6T6R84T0TlX6O3tzsjJ7NRCRucYvYRdwkkwqrZ6+g=="

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
    000000800000000c509fd6a1684b91f7423a94e6"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d1e28953cb4833b282caa0b1582e94bbf105df85a790d0eedb74a60780a5d51f
    92b08c549c5b14b83f8de5481542527f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"cf40f700682f5777a097f0d94f0c2d4c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"99ebbac88418df2e"
  body.frame.tag hex"5baee51f2601fc9a41a3ebfda494eafe"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2883102d"
  body.final_frame.tag hex"0b770fa91a3036d7754ada3b5cd38a80"

footer.signature.length auto
footer.signature hex"
  3065023100fb5244d74c45620e8e7b28cc6c9ced7037023dff8d4a9ce318e115
  2b639bc7ed6376f162749e28f6f90ad6e60a4595d70230580f78d892da1e5e8c
  7d0096d723d495a21c3d2f8799a48c2fce777fe98614804ac3d26e64587072f9
  08ef8f6d46174d"
