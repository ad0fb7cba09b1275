# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  488914aa04aff4e5e7942dac96f2e2f7a2935642d41393a7e1cde85dba5f8c77"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AkhkR12jBpKiXjxY0BufIR3CTfHTxYaH5eJNnXgXPSm686KZw1O2HUGPFUAq+3PPkg=="

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
    000000800000000c41bdbe59ef8f4c34bed83308"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2e6acbe78a08983faa79e7f1c356512c116b6070d5cf8cc474372ad0865b86d3
    37ef1cc0833031c3d1f754d07a5a901b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  90781b2ff4904713b2d1bfd7a0e17ff400000000000000000000000000000000"

header_auth.tag hex"8f660be2b527ef34d3aca64813c4cf6b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1e055a4062cf6a1d"
  body.frame.tag hex"012566d2d0b597e5dcee7912a49dc085"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dd623606"
  body.final_frame.tag hex"3336f0b5f3104faad048d01733170ec5"

footer.signature.length auto
footer.signature hex"
  30650231009353c0d07d8854887ad36a9be796c8e0daae2c7ecb84f19208ed73
  a6767a7d21d539014a6992cfb3a382f1c514a3dfb002305a3c2ce53c66f02c59
  d9029ec6377636366a7d553dbf790103d2b1b032954854cf0977acc6d4566afd
  94e52054090479"
