# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  e99b13b13f3b3996fc5428d60c843747aef31789be9c4262f2b1da3bbe579fa9"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AszEo8QGNxbT+7rP1cDXuUDFA2fX7qJr+lIznlpRXRQB5ER6Zx8u5E4cZGWZ4XL/2g=="

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
header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0x9e). Hint: The header is damaged.
hex"
  0e6573646b69742d766563746f7273001b6165732d313932000000800000000c
  1da5d4bfdbadf045f84ca1ff0030947377574c32a7e632ecea588615b73fb55b
  64e332a1a432ebc88f160f26994203c869278c5fee02bef8424ecc0d3e200200
  000008b8079a39fb98c760e158164da93cbce30eeabed05122329ceae3165243
  a6fa7c229fdd8c3ca7577af047ddcdf40b630c00000001000000000000000000
  000001a967403f87d6311564ecf54ad29ca72945ac2e1334ed3975ffffffff00
  00000200000000000000000000000200000004c6f10a15f5b7bdbb6ca998be53
  9f9345eb223b6800673065023100fa285d4255ac1eb684ef52d78507b85d3b84
  2af586aecab323512759d7911f9a96b4351961b199903f60842ce2b6bba40230
  2928ea15e16ed189151767a8175d67dbdff952e2e561a03172544fdedec37bec
  63c72569e1bf0159cd91a67a8c880b67"
