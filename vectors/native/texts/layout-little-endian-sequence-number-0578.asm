# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  fc7e562dcddba19d9537eb8cccd475357e47cf1ef9b46e99825a1770a0a7040e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ajr56qqHpdBl0AZFCJ+RtRFnES1eYim9xWekv2jMAzOol902M2CvtEBSq3Lsun/wsw=="

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
    000000800000000c5f043c51086c85f771be2dd3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c9bdf980cad12bf03cbe33573df290ae33b8a6bdc531d06381d9bd6936594ff6
    20c12ff6dfc250fc8d408f067d577467"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0d86427ce359e16062e46b044a60b195126039907442589ce79ee6e98a3d6efd"

header_auth.tag hex"1284ccf2adba38894904551c98fd9965"

  # body.frame[0]
  body.frame.sequence_number 16777216
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cab2979c2da36a9d"
  body.frame.tag hex"4ceac7b8adcc0b9da6292504a8eed3aa"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1f097ce5"
  body.final_frame.tag hex"4fa2adac6c6da2631a0a24bf43e84705"

footer.signature.length auto
footer.signature hex"
  306502305a1a97e50bd9aab1d06dc07ef73f84ae2bdd349f8eb5e88be8da8bc9
  7dca3e1b0ecb5987e2cb9611bb2d53e3430ac99d023100de3d5127bac371ab84
  0da9c5605cc0b870e1311723c31d8195b7b8db0bcd23c126307b99049058c27e
  c1f29b7cbc1bbc"
