# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  39c780b88efd9d2370ea2646ba55fe4f022dab70c45789d9fa885f9b726d8ccb"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Apx0la+Cnwc8AE5k9z0DQJ1w7Ffzzk8HoagHFerztoxCjCWZQtGvU4DfT480cfa3Sg=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c93d7e11e77316273574fa04c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5346757d7cf4af0f9c81d8c88a65bfdbb104bfdc5c3dc0f796b2c1ab6eca66bc
    ef6227c5713392c2f2f4dc7328a7cb89"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  28131424ac3dbbb81bc593f3250a68aa6ac898bd797059ac88bf7fd670f3ab15"

header_auth.tag hex"a632e5b29dc985fea8c323f99b294410"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"71ca5b46652c9b24"
  body.frame.tag hex"ba85c1a50d36bf50bd291bc75331e99b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"324606cb"
  body.final_frame.tag hex"74931c3c4d513a09f65f6d52ad140cdc"

footer.signature.length auto
footer.signature hex"
  3065023100d651ad3d1c802dced5f5085cd2640d43dfd31d6c46960d466a942d
  4efe9fcbccd02c3db4bbe248d911c758f665254f0802303ad44fde51cc42f064
  136ef106febf4035a0bcdcffd15a2644b0a170ca20d86140bc2420240b2d5579
  a71a198a6b10a9"
