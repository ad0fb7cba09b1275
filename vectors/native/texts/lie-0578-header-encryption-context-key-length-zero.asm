# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  a16210b5858e126d7281bdf9da73c7ee608f618bda103ae2dcad9677279e7ac1"
header.encryption_context.length 119
header.encryption_context.count 3

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key ""
  header.encryption_context.value.length 24951

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].value (offset 0x2b). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  732d63727970746f2d7075626c69632d6b65790044417a30786475564549766a
  3456454d43544677515737756a32636f4e5552584e3250356272566753393453
  314f4231316c433934386f566443514b553552505757513d3d0007707572706f
  73650004746573740004757365720001370001000e6573646b69742d76656374
  6f7273001b6165732d313932000000800000000c4065f2de7da4e9b7c724b998
  00301205e4b5e6ae6f7d3cfd4212dc41d4acefb8af96a6389674d8ac31a6c292
  0882c9403acabbe70bae1f5ed1987a3fe18802000000082b637c914384d7aaaf
  59da1cc48950085f5699d3ed8cf2bfccd501bc7aa85f880c568c1c76d22b9b06
  1eab6e34f4867300000001000000000000000000000001b6dfb3568afd8179ea
  ef17e796505feb8e22dfdd2c865576ffffffff00000002000000000000000000
  00000200000004a6621f43e7e6d0b4cd09f48509fcd7dfc04e0a040067306502
  3050de11e691530c23c1ae0a14f857d3909004e483f0a5b94c21b70fe88a0e1c
  ddc1de385055d18be994f4c5e65a170939023100eb8171bcba0c266c7f0bb4b6
  689a36a6ebda14a199c29b3587e25036cf862f062b71c5489c6ce62f002e9994
  f1f04d1e"
