# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  033a60156273ce7105b0a77c88692fc7fb04a9b3890aad54f97888ffbf0d6946"
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
  header.encryption_context.value "other"

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
    000000800000000cf47c2b1ba88df8e3b2080be0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1576f75945e96b2a3b5affd89e1b2e2cedc28216eded890cbc61cb9d31e55c95
    8841841f2ee936be4e9bf45a535ced6c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f675950707c59883ef0c56ff29230cde94a55873e3997b8246cb3e2296d1ecc2"

header_auth.tag hex"1bc5532c5a53d111c33b7909923f9168"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a35656f7c6f49efe"
  body.frame.tag hex"ce09291a0169045c413cdbc693fe76f9"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"2eb7f31ad4b824f6"
  body.frame.tag hex"967be205ba5b3680cfd09ed7c570ec8e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6a964708"
  body.final_frame.tag hex"228662f34a3c02bc9c536fb823dd40cb"
