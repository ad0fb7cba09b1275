# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8cb4f48bd06696b9a52148bc48d2034c058dbf189b2271761d3007cfd142d789"
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
    000000800000000cabf59ef02e10e641f3ffc189"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3a5bb75e4806f73d6bad154503cfd935f86056a832ace96b76c22a1bf9ea3273
    4fcf84347083b64bdebd3ab97c1ac772"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ff6c935ab48acde6027d61b2de38b87104012dc413f72c6de3521494e954a46f"

header_auth.tag hex"5ac099483b192cb296f4f959c9a9d688"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4822052fcca3c83d"
  body.frame.tag hex"2dd30d631827c4ab1cdcbcb458d2b277"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"366552eb"
  body.final_frame.tag hex"a3cc97078502c9e4cc6edbee053b678f"
