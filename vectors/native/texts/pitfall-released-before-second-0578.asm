# 535 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  50c32317c8b8c172774c4a8d5faca6f6cc02b7842b102d8b9df395d754be5fd9"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AlICIrZZ53aQFQfhOBcunVh6rmKdArJBE2nuRaeaG5itzzl+kQAKOuzZHiQ5O4IUtw=="

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
    000000800000000cb44e2afa959b31e27b2bea8f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    687c5ffe077fe0ba5e14c01b86d198561a76f2027eba8f52637f8385e25ce0ea
    8c6a5b25b33be2bc8ecc4d91ef099192"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  192995bbf406626e11f12d49f5621fb44637937ea15f2e15feeba56f0d6c357c"

header_auth.tag hex"3899ae58c3079b0c5bc2010a4172df27"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1f783d84705cae6f"
  body.frame.tag hex"66ad2678926672c3cd801cdeda0fe51b"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"145123e383594ced"
  body.frame.tag hex"bbdf6a27db5271ff193a43e33de186d9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cd9114d7"
  body.final_frame.tag hex"be2837fdd297200ad490b7de96882d07"

footer.signature.length auto
footer.signature hex"
  3065023032b54a0741e968ccb20f25779a121bedf7522be9b4a2d653da49ae38
  a5a9618e07191fbcc145ff0900a1c27c63866691023100ffe6a760f59a7d9602
  8aca97ea2d55c9352c8da75a38b22eb04e307d69b5cc8de7de8ae36a7144ce29
  8556e769c1c63a"
