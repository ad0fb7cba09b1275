# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  6d5283066e8a430eb23ac713b5bf45075420be370cb9fab40f35ba52be712b11"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    813a8894e83529c9de0a2d69d2fe375fc942811d4eca6f0841da7f4036d5b97a
    215b40aa27823839097c01b0e251ba356b9c5ee42d45f8533325b3bbfb5993d4
    9e79fe2754acfa92bf67a6ab1dd336c5a1033fdb08b81e36229c534a9a7a1aaa
    bd863dcc7d0417f432c4547b678968c0986357d78ff3bd5bed8fdaedc2286347
    79c17772465fccff24658cd9f600c6164238555de82accfba2099e66ae040946
    98d3ec3baa57c5a184803982368c40591bf3e78cb6d1f8d72bf7a7779c982e02
    eef531fc7146a213439ac7be6a1d1d2e64ae89d2cbc87c7523765799198d6497
    8d57ee623b90b48be231d75da7ec65654b40b166b97d296337d2229765558ff8"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  88fb80cbe139c9c30e32b3bbdf7d54c3ffda889aab26cfe03f632343be5e96ad"

header_auth.tag hex"008bb5b1f4374f8653b5f9d73144f117"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b30155"
  body.final_frame.tag hex"75d5938c5a5f21b1c0135c94e084e2e5"
