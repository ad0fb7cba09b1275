# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  f6f7db75671b21ac841430822c55877e17645b6d347f28a739f18c87c72727e9"
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
    000000800000000c52a788ef4e380c21bd6d8517"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    35313acfbfd1ed1415f0db5e78dcad64dae70b0d4dfef0670ef8a9a22f102379
    976c835514c0324c8089ab4184d76e59"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c7dcba6281c12382f5a981a873eec024dc178a070bb03c25918b8da4dd2d0242"

header_auth.tag hex"bdce4c3cb2bdff5370883abaa1a8f156"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"10bd4e3c2f259d33"
  body.frame.tag hex"29d7717c56c5fc49c09b78f54abe8545"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a7afb27c"
  body.final_frame.tag hex"23316220fc7a072031f7a3bf95a41732"
