# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"439281122ed348145d58211c8f970820"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c472fdeac94bd1f9f2d59b1df"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f2c8a2032203b1e7d95a606423a9537e46a4ff2d6403b3bfa664c96f2dcfb437
    830f7c8b0557d3eb7ecf962a9b23fda9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"5245dc581d83129f5338d5abf5711bce"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"de45a2b0d707d841"
  body.frame.tag hex"d55af4648e4bd3a20fe2013c29ef44f2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e7c92f05"
  body.final_frame.tag hex"2aa45be9eed862d1071c615e3ee178ce"
