# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f0f9fc2db81aadec51edc46421020457ed2838f5c85f714919cccaa30c4bd41e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AzE/wquy/TDT4y1fUlXfK5/NKpwSr/2HUa+qmEOWamoFEOYv4g5/DGT4I6ggcv/e4Q=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c13c237ca99f9b1413e9d3be9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    db2424d7db078fae2e2f3ffae1dbc128eea244c1bdce09556d527f47914e2fbe
    9e2b400f5146302bc8951a904558ee43"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  bd32639c40be49af6d42369d550333cde6d26262a2cd88ddf4313e7e67267ef5"

header_auth.tag hex"5d31e2c5c16c8dc77b30b78c19e86d71"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"817cd1e645818f66"
  body.frame.tag hex"399fae748c1fae8cf8772fe5872b131b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e3425e63"
  body.final_frame.tag hex"26c87cce0ffb7b4a1d52de78ad04b938"

footer.signature.length auto
footer.signature hex"
  3065023100fd2c41f6ff242dbb4e8c77b3a995fe570385a1feefa3fd2acd436e
  c65771192b21d5dd3350439a81eb58d12b8a99defd0230491326ebca3e4c857e
  10c3a0712fa47974200d0d2daf1fff125eb5c120216ca10c5b7e914c95f8874d
  1208da7196bfbd"
