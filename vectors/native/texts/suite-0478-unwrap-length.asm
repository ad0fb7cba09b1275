# 298 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c55c318cf815c2ffe84e6728a192553850b3bf1c24ad7473c652d2ba052166f4"
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
    000000800000000ca72ed736f032b3d7293ba096"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a11befced7b5918b515fffd3b4af76d6263b5be247ba2844614a665b70f422e0
    3a8f61e5d54ccc0501182dcf95b2fcb82d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6293da8fb48af78ba53f8eaea2d5022341142af0f104eb59cecd65197b4e7d39"

header_auth.tag hex"f121f42e87ed5ecda62734c2adbc3e78"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3efc4be953cac16c"
  body.frame.tag hex"492a045b3972446d6e26ca55a176b5d5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0e6131a1"
  body.final_frame.tag hex"ab2fa749b5292e700256f0b887c524e5"
