# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  b3fe478af33747e8e79227f99c273bbdbadb3dfec072cedce350648f0a148629"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjMq85RM+nYUiLiRhHuCbY4ZYs9z5v/1UmLUiHvfdbcjaiNcG1EvEcDSVMQLNmRHBQ=="

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
    000000800000000c3315a560bcd360a6cf32327c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a1b7590c79332edfafbfb50138b6fa8c7b234323250eeb7849bbdb8bab6a95b9
    2eaa192fc5f52ced6471ad720d4069d7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  7be1bae9371db147b429796ff4b9a4cc6cba8ad0865bd2e9172915c9a74bb24c"

header_auth.tag hex"1df305883163c427a6f76ab29b40ac81"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"acedac7f9f80ced7"
  body.frame.tag hex"73729b104d31bfeea9de230990b7be62"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ca11d6c6"
  body.final_frame.tag hex"5aade953decd9b604f21f0c77fdb5583"

footer.signature.length auto
footer.signature hex"
  306502303fa468ab10b657c2c6964e7873fa492d78202154c5728a2ff39de810
  782ed1b4e280c2ce73592f47dd891083ac74a837023100dfd74a4f88411bef0c
  e3d6d9a26704aa5c5ad461f79dd40264dc0b1542f56eb4e4a78b0d8ad4888245
  935e33451afb38"
