# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2dab7439c34e73030b1039abe04c58220105d10fe54fc37540e60abdea3b07d4"
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
    1756a34234f681e462f2539b22c6ed5241ff99ab2f2e63f6b7b6456a993b6435
    972da7bda818c2ea564fc882215dc7bdbc71a8adce6ad9f719e1fe7695a74c68
    932fbadaabfc393adc712563a49483a4312cbab949a0b07b73a18755c141a79c
    8a3fd04cffe2d4636ced29b11a297a343b90603d5a4b640079541372c7d561e1
    68f8d17c24646891fb889f5b6132d1febaad501295a5c4e2fd5f32f3b01569e7
    2b8f904d031c05d008e802be09680b54ba198fda9defb0047d30cdfb4acd87ce
    dd6fa4c984c2752b0931e35729f933aecb3af39056842bae7ff22f9e6ccaaf66
    dccf032c92321ca19b2c08ad8ba746cb6326bcb96d0e2f46fc37ebc55ce72559"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  aef5606a8259d6fe6b5ffa94d1926c23bc73aa690dfb3f3b8a7392113c74963f"

header_auth.tag hex"e6cdb25376e8769f97cf1a45cc3111cc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0aa20a"
  body.final_frame.tag hex"f1adbedc11184adaa129b95883255350"
