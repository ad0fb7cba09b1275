# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  1b726003c9c20292fe35919ac8278bc703b32a3a7409617ebc26e38af3a91316"
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
    000000800000000c1da98a798e9c87dadc6c514c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5fd9195cd199e98deb22bb7d1cb77cd53f7c546b5e15c8d9d3764ad30bed82c6
    e456f8a3690f5bc4ad46d87e088b8a10"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6c32139a0694508c031b709e008d9b3e00000000000000000000000000000000"

header_auth.tag hex"fa4608af11e1582108a2c7718a5dc662"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"538f2c2c578ff9ce"
  body.frame.tag hex"259fa38b1dd9573271aca7d0adae4796"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9d786d10"
  body.final_frame.tag hex"222fe7f2bf80c3999ed312e2be92bc89"
