# 261 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3f11568d17e6343a7d1f8d245cd3d7f7dd9f7dd371ca3a59816b67167b3a9916"
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
    000000800000000c58412f404595750777498932"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2bf3bcadaf61986160a0148aa37cda3ecec4a11a0b91c458e24bc8d88869c7d1
    34aa6b059e45dea0290b35cac019794a"

header.content_type 2  # framed
header.frame_length 7
header.suite_data hex"
  1fa4ca5837cacda1770c18b14eb7dc7f3da2f1dfce6e15a4c7cb754e1483e1e1"

header_auth.tag hex"df95115b740c840ee98a64246a50a4c7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f762864f285a3423"
  body.final_frame.tag hex"ea4affcde403f6425ab4accf67467536"
