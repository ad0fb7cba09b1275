# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  46fd89c479e75a98f98416a73f1ab19f153711b1f29b5adb1552a25b6a4469bf"
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
    000000800000000c74be617033cb255383bc7041"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1f5fa9e009eab44b193110414e2cf795d1aac376fcd984f6ed1327125f50b0fc
    0ea44bbef475b6e086eb369e32beffb0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  451d983b8bfd5a249512b90907e487e7911f7ebee27a99a829df36551f6d8f53"

header_auth.tag hex"17c6095c241f3268728b5ac52338b2a8"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f2d377eda30cf784"
  body.frame.tag hex"f744adb290dfb313b8f4dc0577d2fe1f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"559a9143"
  body.final_frame.tag hex"5fcd66ef593bdd789a608b5c65f474de"
