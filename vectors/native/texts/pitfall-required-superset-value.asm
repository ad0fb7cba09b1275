# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d65267a910fd5b1deeac2e456f141e64359f485f6670ec5acac800a2844cc263"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c271d744682b5e2c445c97c2f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7dc4c6a245be30ec200609749fb8a6c15c06beb3f766ab1664b11b204b1d6209
    8f38dcd8c612f35d5450beba5e67fade"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9fac543e8e7eecabde0354b1e7db3c44f3e0bb96450484991974bc0bee0a40b1"

header_auth.tag hex"484c25b20356a195f0c670845de456c9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"55f61840817fb858"
  body.frame.tag hex"710cab15f0200bede21a69acefc52372"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"498bbae2"
  body.final_frame.tag hex"d92b7d14b151021f8d389d7d83152cc1"
