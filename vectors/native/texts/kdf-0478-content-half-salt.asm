# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8a14ec469f4b67d03827ff8b18c0d7268296865211dd9fbee088e1c73cea4fb8"
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
    000000800000000ce40cf838df8bfbab46aba358"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a20464489b5927173103722eb109b72fcae746979f4471d54140bc8d55eb2f72
    dca6daaec979716f65133e7a87ae7bc7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2e62e997904203ec238d31233a649396f64850e71d37407f903191650ab182eb"

header_auth.tag hex"de2b0277cd13d753b8a5d3ee39732a35"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1963dfb195a90cd2"
  body.frame.tag hex"ba8bf1a5229dae7e1b32999ffd546c5c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9429325a"
  body.final_frame.tag hex"b9b8207886af28c13d16051b8f4cb4ff"
