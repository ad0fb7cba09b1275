# 353 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e6f454a5b6cd4527060690bfaa696ddeccaf9278a0126646d9d02178e84f1a4f"
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
    000000800000000cca5387ff1ec095e318931a9000"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e34c3ae43d5af5757e01be5f9beca48eb46caca53fb5c7190ddaada16dfcb45c
    ab034722014db118836fb42c9c3061e0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f7cb182aebd57b9eceab0b538b45deaebc7aee7ff21854680bf15fab9ed27d0c"

header_auth.tag hex"3dc29917b3ed9fedbea31a175b2c32be"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0f99aa100ba8209b"
  body.frame.tag hex"dc91cd7b24a20561ec7ed0502c810756"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"61efd1feb717527b"
  body.frame.tag hex"5f6c4c133ef1114b1dc309fe3604f17f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9cd7533a"
  body.final_frame.tag hex"3915ec22ffed9378b57a21db43ab45eb"
