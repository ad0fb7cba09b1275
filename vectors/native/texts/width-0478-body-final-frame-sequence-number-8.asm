# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  1889f9f59e531840cafefe357dc3c455797aa73b7d8b268157eea36439c5670c"
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
    000000800000000c86545258180f73629f69461f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5112133cbd9926c36f890023dc54fd6a577911d1f31715554b344d434c3938f7
    651d552c33f14330e696c3341eafc599"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9cdc27942d88463babd1676580d177a8272c9772109aebfa8d8da7ffb23edaf9"

header_auth.tag hex"c188d709d8d876b608a6c7e503911639"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ea6f55e22d57a88b"
  body.frame.tag hex"8924cf705318c9b9305f65610d84625c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 258
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4765d49b"
  body.final_frame.tag hex"858b9fbe871bab0dc822b915ed5bc29d"
