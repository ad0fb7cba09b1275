# 296 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"67d2ff3afa74ee61bce455c85e62d644"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "key"
  header.encryption_context.value.length auto
  header.encryption_context.value hex"eda0bdedb491"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cd1806ed6665e729da55e983f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2d7ff2bbce8fedb89aa0b03bd4e5938fa95e5ef99fac08241a6f22bde419d7d2
    0df8217d8fa7c9d58dd35ac06aba6d2a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"2850a46af8353a423940b25bba30267e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fb580120f08ecda4"
  body.frame.tag hex"d1b9d786ce75e7e640e08006d22b33f6"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"f4f1af67bf0ec0fb"
  body.frame.tag hex"628dc2eaebedf10b57acbd95a395d5d2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"38a0714f"
  body.final_frame.tag hex"482b6b8ad8baa9165bc0d00a678907cd"
