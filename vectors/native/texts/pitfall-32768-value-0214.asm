# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"5df554a0dfdbbaa4630d1c79643327bc"
header.encryption_context.length 95
header.encryption_context.count 3

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A93Uabr4+n3EAJJikqXhAJPiv9BjyOOGgzlZh5WMJPrr"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length 32768

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[1].value (offset 0x68). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  746573740004757365720001370001000e6573646b69742d766563746f727300
  1b6165732d313238000000800000000c244ade076bd087461cc613a900209d66
  ccc51fe0c839b19b1054ee4544ce728804f20306ff9161225cb14043a21f0200
  0000000c0000000800000000000000000000000044b4d83ac2d36c68dc807713
  7d89b2bc00000001000000000000000000000001fbc1d58bbf630beac9df5fa0
  a23f44573bbb78ec1c438a34ffffffff00000002000000000000000000000002
  00000004133703fa1afa8dc9bb436c6b0b79ed1d4ca8e57400473045022100d4
  45dca4f19d290254a51adb84f8aac6622b08b4aa0c3f9736fad630c2e9f01702
  20245ecf1244509e169f496cc2272668e1874719ad5714c7247846be11f83f45
  51"
