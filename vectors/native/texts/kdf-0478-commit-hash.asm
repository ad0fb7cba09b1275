# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d39687f497cfc9865bfd1f28197b53628a7f7e27b383ce4881f29184743258a1"
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
    000000800000000cdb5ef1d52036b8354e360be3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e68f83a41c093a3c46fe768c1cbb7f1b30c71d2c2c9b0136d524c6d7b999ec12
    57e52932aaffcc8b7f3e1fc4712acf00"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  93a320965716147d96f2a21abfe486754558a0358e5a3545f93e876b8bd3c47e"

header_auth.tag hex"ca952460c26215bb99862149df2bbfd5"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"227a95a2606b0621"
  body.frame.tag hex"71debac4b3a0cda276923b69132516dc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e2977a01"
  body.final_frame.tag hex"3cba5d766e4a39d1af1935ae062e929f"
