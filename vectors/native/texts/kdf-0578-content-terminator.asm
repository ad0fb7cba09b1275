# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7f33379dea541ab769af242f78fe023931997e983a03cc8eb9271f3dabb5d82c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ag+auFIlBBg42FLfBDABoSJK09T+fIDoWxcI4O9a1oOPRxju0gCGE6qAC8qWDer9xg=="

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
    000000800000000c29ddb9dc5bd94a9ad7540437"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fa0b8f797115bcdbfe9fdb54e64b16631f64c0f0d46e663d20cb5712a915b635
    d5c8e289a32ae237e38f154990ac201b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  62082cf1f64a8896a1e6f0816a8564d5d77dfd6bcfe23b77f92adbf4da4095b2"

header_auth.tag hex"9cd5381e275ea759f7d0ac81a4f5733f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"377f883e45b03c81"
  body.frame.tag hex"7c50c185d54fee3942da901cf816777b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c94ce347"
  body.final_frame.tag hex"70d8d40f69f6221ddfbf698418493100"

footer.signature.length auto
footer.signature hex"
  306502301f30d9d42b5b0b39f4622f233964e35aa87e51fc96088234515e1763
  3d1839fa5c611c4c3c5178e3f8c9996ef9b2de1c02310087cdfbc774f38389a1
  cc0f26aac2f500f17d3be0e31d316b5092a22206aa8680ddc153d6bbd973704f
  c2b07decf9b610"
