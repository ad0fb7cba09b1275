# 292 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"3151603e495317753171129815b71f4e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "key"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"c080"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c45a4ec778d3f940cf6d9598b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    458a888e872623fc8f78a67633fbd760c13516678f3870fe63f12c4f93a74bfd
    e1c43159c4f89c100cc8d8c947e3c160"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e2ebf79aad216942f555435ed577777e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f55fb72d51435fae"
  body.frame.tag hex"a0fe966169a5ea147a3293f32935abb8"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"5afe5752a42c4c24"
  body.frame.tag hex"bd786ace3444c6254fc26a9bb7ee1eb5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6dc4a855"
  body.final_frame.tag hex"c7f9fbf2e90b1258772b1d3bd9ea5eb6"
