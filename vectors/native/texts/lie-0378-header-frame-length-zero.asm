# 421 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"aa67ea1123a547840fdf5755ba93b8a3"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0nO6qJB40W6+Q2HxlJhmngKAEXASEYJuYq6CUhEURsCd0N15nCbrJy5KN/IuK8M2Q=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cfafd02e7296e178697570c58"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    017cf8f5bb2c1d633733bb1df9e56839a3249cbb34f381a8e460b7fc2247d2c2
    680b0cac621c42d6b225560183464ff1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a7a38194409e265b1ff608145134744c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex""
  body.final_frame.tag hex"43b827d5866c783b7a08036c2ba98010"

footer.signature.length auto
footer.signature hex"
  3065023065124fa14716963ec5a41f8abd5dc06807b0b820253f3b9e14b21822
  0f5c0c28f137fce66c9ec09f52ce580b11906593023100a51e1b6f90b6ab5edc
  1e8ab66ccde1495e6aa6abf8815c52343514899aeea387e8b6c7f928efcaa4d1
  418b7961146bfa"
