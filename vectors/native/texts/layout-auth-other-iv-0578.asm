# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f6e246fa57041d7aa54b916147b285492e6349ed5e3bdd4f1afdc9b538742b72"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0LDje4xz5j1YDuo4kdsAR7Z6S1BXfKigB6dPdyEhDIlpoAbeGXh0wKgNGAvdF47nA=="

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
    000000800000000c6743f1c9fd7cd6c3cdee3246"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8e9d32fc0424374ce8d122f4f70691a159f7410c776da67d8da5835331c9d9bc
    e975d20dd42c9b498ef65c138f3bde8b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d8ef302b4166315ab540ea2edf1edee994bd8d4b9d40211ff7f65bb5d2c2f2a4"

header_auth.tag hex"93d59c77419df7df060456880d2f73e2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2a0a5c249d8bb8e3"
  body.frame.tag hex"599fddfcc37a813a1555c7b463afbba9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"012b5270"
  body.final_frame.tag hex"7196af1e09ac3d63428343bf4e0fcf95"

footer.signature.length auto
footer.signature hex"
  306502304e9921588d0e83acd75eef281e389b74aa7e5b2d28888abccb5e25a6
  db0e75e9f53967520b23075aff0e76b1d92b8c6e023100df5cc6ca09831d22e1
  253701afe6adc9a99ed0164de5c5385607157ae7f605ec9fd04e4a83666b15c5
  b08497a3344e46"
