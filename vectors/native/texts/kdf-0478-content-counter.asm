# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  0a567387bd90243c53d3fdfdc09ba54beb51ef845be7978e17f69cd58ba30a8c"
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
    000000800000000cd84d667aadca2b73868e338d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    af6aa238b4bf18a30888de6d58e7915a09aa527e5888fb246b7ad4bc0485a032
    77ff9f654f4c63417930267ea4c9dcc2"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6b668d25722e0d9d19af0001731e02d1b266994acea6b83bb0edded168d10210"

header_auth.tag hex"b54a66a389f303c847e15ab072ef51ee"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d04fd5a53dd8debc"
  body.frame.tag hex"6c53dab1ace13e5b168860abd1de6261"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4bef446f"
  body.final_frame.tag hex"af497890a20f0a80cfe00255100c2176"
