# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0a654c8807dfb76e3f295d2fd59ee58d"
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
    000000800000000c2650153c650a18c7c47f8eba"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    078b2e4319f5e1a5fab5b5b1038ea420c26240e1a2d2d8629de8507fc2450810
    e977532647cf892e9e142c701d4bdcae"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f764ed16a10dcd926870d142eb5cf028"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000000"
  body.frame.ciphertext hex"51128fb20a4d47ab"
  body.frame.tag hex"019ee8b6a4648ae4ce216e79dd87166f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dfd13d90"
  body.final_frame.tag hex"19dd16d313cbf017415c771602ecf828"
