# 278 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2ce570ab592a4a25b913f5f854307d1dab88fc0ba2355cc95fa0ddb557f02c85"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "full"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "void"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a" hex"00"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4645cfaca11c8b20bd4dbedf2d34e2b652b3657129a89c3652be3d677e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f8dd134cbadaaa634d746c6d8f1bad20c91708f95
    48d849e159918a5639c18948cced9c6fcbe4b2178a1837a576ac8fdd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  dff3cb55699bd9e9674372f2fe75eda9dfe5eab544e9045c97ecb68771b1c6cb"

header_auth.tag hex"596ef81e0cf2c53282301e206e1f56cf"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"caf225"
  body.final_frame.tag hex"8cd88daa35bbb064824e2f4357ea8af7"
