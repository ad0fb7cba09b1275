# 429 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"30fecf55b927811a7205622a4372c0ea"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A9Qa9M6qccxGYusgFoIW7QiRl4zpq9QC82RmnNl8VvZIvBF0rpHEOszPZ5TWepSjNw=="

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
    000000800000000c31a0ba1883629d778d779599"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    37713c3245295b32d063e63c4733694cd58f0c00d3312fb17f39666ad80a9abb
    9f9092ea06f1ead778432eba30f46c69"

header.content_type 1  # non-framed
header.reserved 0
header.iv_length 12
header.frame_length 0

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"c69f47446c6bc7b739993ff28bc03af4"

body.iv hex"000000000000000000000001"
body.content_length 18446744073709551615

# Not read any further: the bytes end inside the non-framed ciphertext:
# 18446744073709551482 more are needed @ body.ciphertext (offset 0x128). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  d2649a13350be637a11bc1eb3da392227d32a75b1832345f1b033ec300673065
  0231009c9d974cdf4630b6bfe79df4b92b716d6e49cca2e9ff0733145756bfc1
  4c78467dd31065d27a879fa03182f8d28d50bf02302fc8d226ca8b6a54ae4cf7
  9441ad018496f790e78a0975f0b88e9bf13f784a33782d2934d8e2bf29a2944d
  182169d595"
