# 230 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  fc58deeea6c54ccecc18c3756685096c19e7c5a6cf6d9fa0897c0e22bead145b"
header.encryption_context.length auto
header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000ca978e2926e456d2c5c611727"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e5d4f69d02a0116c28500299085e499728e6690ac7332f57ccdf02079860b9b6
    0c0edb5ad9605b8a9dae79c9e41d5e50"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5c1f8c4aae79ff197c74b040f8e7690d711575fdf9276cceb56fdcf87b702541"

header_auth.tag hex"99fb6a56d5b24d340ee652d43a3d2d58"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"eff943"
  body.final_frame.tag hex"a861c1cbcf7d9f66c0d1b02990b62ec3"
