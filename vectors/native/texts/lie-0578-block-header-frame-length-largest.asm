# 459 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  8639c8030502047dcef5e38b188c6e4730faa89cf6f6306633a311c6bb18ff26"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxzQLI8WuMT4nIkbURyzA5Ccql8HmZUgehFObt8FXhPL9Z5qqTpc7TZbkro0c+48ag=="

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
    000000800000000c2c1e9fbab0b8218734a8cab9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a5cfdf81a8a99b2fc47339a982e2f7cf64860e66e8b95df657328828262dc803
    9e5528fb14b3684e1f9fec1cba5ac158"

header.content_type 1  # non-framed
header.frame_length 4294967295
header.suite_data hex"
  e89dab7b130062b736168c4fb87c5a9995cc123db17098983d0b936e977c5e60"

header_auth.tag hex"4c72c69d93e6f719c78cc2c0b6f7a73e"

body.iv hex"000000000000000000000001"
body.content_length auto
body.ciphertext hex"1a44fbced28b62a2b4b0ebcf"
body.tag hex"420fa49abb8aaf2688dcf6d8bd227078"

footer.signature.length auto
footer.signature hex"
  306502300fe10460af18951c755964a5f857ec92a33bb34af8b8bc6483af4fb8
  e2a8dec67201f6477ba82371b4ae34f2fcd7816d02310081b970663fc396a1ef
  4d081c1531210cd6a12ce23b7dcfa43be223b3e7b9ed6299048a66811c87e092
  fa2896b86d1830"
