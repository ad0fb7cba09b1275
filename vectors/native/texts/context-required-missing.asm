# 329 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  bfc338346b59aaf6ca2cee6d6f87e52a0ddf455270598089dcd8cbf9f7384b51"
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
    000000800000000cba958eb2ba3c6cb759abc622"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    af10da9dbb326be730660575fca845f07633822894e380d39b9ef67677d3939f
    51bd4c1f0bffad72eeccc47139ed87d1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  271059eebbcac8fbdc4d0a9005a8e481a637acf73d1b7af451b5318b4b73417c"

header_auth.tag hex"883651eb5486ecfc482ad4c37857fd29"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f3a80d5d433b36dc"
  body.frame.tag hex"445613e3c715912ee13ce5fb7c0ee626"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"0a4b995dabe5ffe2"
  body.frame.tag hex"b77990a236f198aa21b0aeec65ceb2eb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f9de595c"
  body.final_frame.tag hex"af41c6233d11e68f41120e46bf96460a"
