# 364 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"de08d5e8e7e3e5c0c7ef984ea463ad1f"
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
    000000800000000cd0daa94e5ebc2a7bdbbaaa49"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b8e3d65d193bed5c2b1b8613ae7d9cd421f1fba0af198c1ff3496c81052cb95e
    28f749c89cda9f85"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f01a9d5a09e055718054ff5bd4a8d772"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"57f794d8c6ff6559"
  body.frame.tag hex"fe99e3ba8f3e53ff7f66484b274b4903"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4a84c3f9"
  body.final_frame.tag hex"01903e28fbb4c39c4f5d7a18c6254edd"

footer.signature.length auto
footer.signature hex"
  3065023001bbe08817f0f4572d3395b8aa62cbc505b4f6f90aee3cc9e007d40e
  5660afcbaa50236eb273626af38fe869d40b3444023100ac646d47b53e1147b1
  45ee370dbdf473e687b543bfc2ba18f6fefd60fa87452b15aff25ba4869bb856
  23fb445713ca84"
