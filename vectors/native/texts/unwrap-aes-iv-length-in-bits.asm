# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  1b69b50ee991e1039c90c211adf3bebebb36b423cfa4ddd602db981fbf921e00"
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
    00000080000000600f04b4b9ab53dca3d89f92cb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    34e8677ed13158c9d9dc10f93e01eacd1ffc85c418a8da4b69e568576cf7ef00
    a424f9a508adb4dc7378ca40c2643867"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2d884b3a2cda218d7326769ae88fee81b3cc98ad4632ed32af604e817ad7f058"

header_auth.tag hex"fc81b82845b48abfa029f647dbd6cd6a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"08a16ae2abbaebf5"
  body.frame.tag hex"c84e2b3c5de6c6a635bc39304b456177"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"370179dfd305ac0f"
  body.frame.tag hex"f8645c0fd1e9ed784176ca543b75befd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f99a714e"
  body.final_frame.tag hex"a666eded86a2a5ba07158843657e62fa"
