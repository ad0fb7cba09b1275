# 349 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c462a1fc3383dc6d5dbd44a6037ad8160fd79cb8f33faf895876ee2eccefc01e"
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
    000000800000000c02751bb7c0c854f10e975cf0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    78225f0acc672d3d886b18d21d1eb350699f33bddefe280c58d126ba32469737
    9f40b866657d32421f130768f7757f37"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  24fb03c2183fa158bef73a027cac1f52a7223c618d959f5493e2e904069aa6bb"

header_auth.tag hex"93716b9698d3bf70819fc9e13c77152f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f367c2825175d055"
  body.frame.tag hex"db5c2c2075af9a123da440ae07c4391a"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"79c67f8b21bd628f"
  body.frame.tag hex"90387faf3c9c70dc1afec80df2fbc942"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"bd"
  body.final_frame.tag hex"d815f80d80bab97f2b78eb507f666eca"
