# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  77bdf1059d8258e1ce9d6f04de149fce549fe11c8c9466ab782bdaf312919d12"
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
    000000800000000c3a044758ccef16a24b4b2edb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8a31bbf86e13bb2fb0a98603747c27acfec107be0cea60ac419376260546814e
    0b6393fa85f3f2e6f72d0af7fefcb0f7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a16d2ba3c5a82f2e5327bd04ee2814b523c2f3e811a3160f8c354f619716f541"

header_auth.tag hex"638dfc3387f014b685f217573e8f7626"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fc630c1fa0040316"
  body.frame.tag hex"dc345c588726500ea44249909e549caa"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"9fce9bc799b93959"
  body.frame.tag hex"ec3dc2a4ac04408d5ba17d5747945700"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cfa20fc4"
  body.final_frame.tag hex"fa2bf221256db8d775a47bb06bf29bb5"
