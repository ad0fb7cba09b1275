# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  dc0b4d369a4eef2f2df2052c351796f6304b77db8ed0c979be91d4a77b9adb8d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c1dc20412a38d2fbb62319c4d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    55fa3a0013c6838906963f609d7221f4556d08ae516b55cc1294e5240f34925f
    bcce1241b38af739ce9aceb03e471f05"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ac225b1a8bfc2f414a753ec3cb96fcadb8461ebc2af2c13d3b38935e88cce8a0"

header_auth.tag hex"72e643a4f7ad5a3be5be40db5899afa6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"097c2f47a005dcbc"
  body.frame.tag hex"a23be220ca83d4f5fb84eeabd2f29459"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"836be932de656196"
  body.frame.tag hex"8404a261040ec1c892228630ceef73d9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"316f32e3"
  body.final_frame.tag hex"7b5d57d05f113806aa1d823b8c97a1df"
