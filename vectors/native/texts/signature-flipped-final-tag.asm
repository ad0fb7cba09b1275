# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f530df975e38f45fa13dd5222bdc7de38ba2e6754c0a0046c55bfbc277dc2307"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "ArPKp7HftCVYcMsFTedbS1a5c85eXjjoRhWFwIQxShMpzPgEotIoLD2juoYTga69CQ=="

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
    000000800000000c1c4fdec6e576676ce13531ff"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    25a541a26ab870971971ed628e97f470f4ffffc3e8ba63cf7d0f23ff1386d51c
    0e9fb0e6327087857febd8bdfb0192d1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8a7ea333d22a72c97175ea332c394355145414e12f843d500fc930bef51251b3"

header_auth.tag hex"c4c838b3d5d9e2f21962ad40278e0107"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4da8dbacee80381d"
  body.frame.tag hex"247b1737279d4959f2c30dd073b9c128"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"f1aeebea55bc34dd"
  body.frame.tag hex"4d6b9b345211d988b56b0f76a40c2dd3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ddc64652"
  body.final_frame.tag hex"d8e4dedabfe74c70cce39c59f9643c3b"

footer.signature.length auto
footer.signature hex"
  3065023100f3d1ab4990bfac415346cfc24494003859b3665db73eaafe86a643
  a8aadce6b4575eaff7138b0c49e06858dfdd2e883a023051bae46f4a8dead455
  be0bdee3e4f7bbf770b98ec9ee7ed725058f2a7aeda128c4ec7b7b6b28f55313
  286dc239e661c0"
