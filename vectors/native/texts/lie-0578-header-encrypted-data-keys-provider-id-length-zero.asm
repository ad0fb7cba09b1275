# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d3896c3bc50a6ae67bc2af73eaf443d3d765c5ef8d85b10011be5567f56817d3"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A2LPw3BOgUwtNjdA+y292pwjd0+llFAg9SvC4s1ocV87SXTyZDzqjZizsmkn+vGlug=="

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
  header.encrypted_data_keys.provider_id ""
  header.encrypted_data_keys.provider_info.length 25971

# Not read any further: the bytes end inside the key provider information: 25638
# more are needed @ header.encrypted_data_keys[0].provider_info (offset 0xa2).
# Hint: Fetch the whole message again: it was cut off in storage or transfer, or
# a length in it was changed.
hex"
  646b69742d766563746f7273001b6165732d313932000000800000000ca510d8
  ad7547aa988db19a4000306c94316518920579c40613c5a313e7ef4ac4e5428a
  ce21178e787f085d057f764861f42e0383a5cf94e50dd20a1b61270200000008
  cf5053ec3b617913857c361a4c45c16d7ab718dfd7e4ca7586c330f487f3efad
  7865b7a1c64e342c68a310dd6cfeaaab00000001000000000000000000000001
  7aa0bf078f4cc9cccd0ccf702a1b2c26e964d4d504dd87efffffffff00000002
  00000000000000000000000200000004325c737e1dce744b99430137320a2f92
  6e0819070067306502306e1afdca59c2801b8d881ebdc478eaeacf8e45b81139
  18cad2ede240cd5b1e1e32962f7a7bcae64e6acab298b747cb18023100d53662
  05b69b59292da8eb6821e7e3ad678356f5ac1132b3c300d7e87cc31be5c44895
  a0168f037defa1fe194ebc0a6e"
