# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b2defff690bf9786bef0de5754d7db332cfb2fb53f5b72ae131db6b44debcba0"
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
    000000800000000c3a9885e0a767666f958275cc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8d676581b3b2bfa29d84df52b2a6e61698d4e66cee8e64bee64af8633f0875eb
    f3c00abc2a5b803a42143f2b578c50b7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  de476cd99cef2fbc37e8f47a7ac59cace587f9fd57b0d0ffe2e015635cf7e5b4"

header_auth.tag hex"452114ae08117ec34755c17b7f9ca5aa"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ed1175e061eca99d"
  body.frame.tag hex"06c8a7c71013d83e6269bed799521fc2"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"fccc062b3a1caeff"
  body.frame.tag hex"62e4976663aff4ee6578777aca63084f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3989cf29"
  body.final_frame.tag hex"2036e7a84ac9de47219679abddcee5aa"
