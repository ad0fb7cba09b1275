# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  237be5c87f4fa2917eab51eedaf6f20e97bc66879460eb3462eed574dcb0a8ca"
header.encryption_context.length 119
header.encryption_context.count 3

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A+NMp9eKAvPPVISkYOewy/ITAmKcHpe+bjo5Y7RlKhPsROirWQM4u1mpnXYiH9ZMeA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "tes"

  # header.encryption_context[2]
  header.encryption_context.key.length 29696

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[2].key (offset 0x94). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  04757365720001370001000e6573646b69742d766563746f7273001b6165732d
  313932000000800000000c340d855fa7054b8350dd584f00308ad941a5f68593
  14c6922eef058a412075a4a61d008557caae362ea772abdf9b2beb069c5e65a9
  18f2934196aa806ca5020000000821e6aacebbf4889dd70dab149cc97b79f2b8
  55489965d07dd43ae1ba64eca43827e865a09aa1fad3ac9de5a3dbb8bbe80000
  000100000000000000000000000164a791b3d649ae6d1ef4e21614afc84fc9fa
  b77940889c22ffffffff00000002000000000000000000000002000000045ede
  5a564d0c175f6d9ea3c648cb2178ad84c98e00673065023100cbc93d9e4284a9
  1ced1373ed1c469e1814b9626a4c6dfaec3637cb90915a1541d9cbabc7797e3b
  db673d29e8ea0c9f0e02307fcaef9ccea4b0e2d993701aade0e5d0e2051877e3
  8071cf192dde8d39592fc4bf4786875701f8ee61d4a5aec03ff82b"
