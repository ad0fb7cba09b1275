# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  5a8c261f55e6b4d7c5c69d646ac83d83fb10369871d6efa2dafb2f8fc84b21bd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "café"
  header.encryption_context.value.length auto
  header.encryption_context.value "grün"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c605655bdd3a2ae50ae6ad322"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    552118d5749d178c767a60c80c2bb283a4f218aae409e95109847180c3552c51
    a01382f697cfceaf8ed6b742f2f891b1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e35b7f2a24e132160845e5daf9e6a3f88ce4c06fa2e1250fdce9b1f57ffa04d6"

header_auth.tag hex"a5615e0bd4ea53141ea7965695e7a6e6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"886d1ec669242524"
  body.frame.tag hex"01293f493521e2272c996d73240b8695"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"31c50089"
  body.final_frame.tag hex"639db3d8966d5fe34f9c0bdee1db16aa"
