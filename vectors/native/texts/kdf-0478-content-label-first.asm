# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4fc4aa9355b3e2d66d587cff419ff8e06d3a5da0354bee78ec3713967edd4296"
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
    000000800000000c3d43d7b42fafc95f106a447d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    14abe19c7386f6364f0835d6962aa792f09f0a6650d3d8af29900c38ab4c5de9
    547375f932fed365353b4b32e429bfa1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ad7341810073f454a4bda7bbd6a3524fa4bc96727decbb559618ac039d344eef"

header_auth.tag hex"07a1e19a6e337efc2a64c683ddd7b8a3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"16c2e0e498fb7691"
  body.frame.tag hex"d38d55525eb4be54c3430e50d450fe22"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a76aef82"
  body.final_frame.tag hex"0c673a96be7b266276e1cad4c1cbd79d"
