# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  be7fe25cf20ceba7473da5ab1542f42ded25479df88a778ccf6d361d7e7b400c"
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
  header.encrypted_data_keys.provider_id "esdkit-vectorr"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cda1e726f3d0ccca5d56893da"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c439ada57154740877e88e950118f1f64ddf6cd8d4e5a68046a77541be16882e
    ecb78e90b0e77e674196c48592c72bce"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  7f38049ece683f6855c5b44725fecefb583a78f24853946bd73b148f78424be5"

header_auth.tag hex"6c2753d74146cd06d094a82f82cdf086"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cffdbd2da5386dd0"
  body.frame.tag hex"27b68e1dd04b6b330a36907d956ddc8a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e87e88a3"
  body.final_frame.tag hex"d5ea75a25c37b15d53b5034157208082"
