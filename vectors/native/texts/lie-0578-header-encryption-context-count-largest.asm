# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  2196356a3dd1bbd2ede813d2b9db63656ce652a9c1b781a7b814bbe037aa832b"
header.encryption_context.length 119
header.encryption_context.count 65535

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AlliwkGyF054dNYntb74XEMCGmWWjCSLFkNvBy2BzKbCq5e+NgPrs5D+t4M5Wb6N/g=="

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

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[3].key.length (offset 0x9c). Hint: A
# length in the encryption context is wrong: the header is damaged, or its
# writer is at fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3139320000008000
  00000c1abcd71ad4f73f754eb46efd0030d7c1d939213406f7193f41a2741ec7
  d9f990e48355204c75320c1d218260d7f8e33fbda495b0711c5476b2cbee29f5
  e90200000008bc42ad92c243ab05cbc13d2f5ed03b36877dcb5498fb5fa560a3
  5f55c2571facc878e28f645ecb4f7d3862a3766aea3e00000001000000000000
  00000000000173252c1a0366853c106c4d664d5166b77ebabeb6892c5824ffff
  ffff000000020000000000000000000000020000000470ec2d9928452108d381
  66d3445b408641d1bc4f00673065023100dc62fea4b0bf79858083e3a3f3265a
  6783383842425c1f8cd4b66515c7575d7db6c99d7785e6f1e3e1bd020c3da11e
  5202303cde6765d4febd72ea1a86e3606af1113d3c2f05b510629d41e1c52321
  4cbc710b95788291955367205df00e9f17001d"
