# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  4d76ab9185df726e1c00cd3a29e7781fd91448339e85cb65267b239c74117f43"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "BWdNXl3eyvUPUVWZolsQj0pUThxCplLphNx0fmITAhi+Ozu3Vb9+3Td0jlVCdAdDnw=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c7fca8837c22b61fdb764fbb5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fd707304ede8b73c6d166f2dc543f434ff9090398abb7459f0b4faa5fd8bb3aa
    ba0ee48f5b97109b3d3da31fdfa622ec"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  15c232e9e1c4878a0c27a4e43e8c68ceec5de55e62273a7113591f12395630ff"

header_auth.tag hex"69a92249e8feb1edac55597e1c8a6b25"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9a7b527e14cdd360"
  body.frame.tag hex"3493c6f64f9640ab903fc069c860d455"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"c93221840c7e6ad4"
  body.frame.tag hex"285b224d7bb8ddf75346b320c0e1a431"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0d856ea1"
  body.final_frame.tag hex"f6cea73460840e1109fe9781de69cc80"

footer.signature.length auto
footer.signature hex"
  30650230011b52f756ff36ff6d52ac937b37805aa15fef01bbf9c5fa89105146
  ee58443990ede723e9856b8a4f06b64650c44288023100b44c0b3a2169d17d13
  6c7127e948ef140d7bee05beab1c09167445e75ecfb4c6ef81f31d8295b7c2b7
  8d20a712549c38"
