# 322 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"676d78c9c6dcafc7371870d8b5689b5f"
header.encryption_context.length 41
header.encryption_context.count 4

  # header.encryption_context[0]
  header.encryption_context.key.length 65535

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[0].key (offset 0x1a). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  420005757070657200015f00047369676e00016100056c6f7765720002614200
  04626f74680001000e6573646b69742d766563746f7273001b6165732d323536
  000000800000000c14c66585defbe6bda730858d00304cb3d8af60352ecc7df0
  e0a7af9cf893b06835de6dcb9e688b67809265a009a7f545e73886610fe6e61f
  30b1d5b2f1d102000000000c000000080000000000000000000000009b194a4a
  4901b804f7a82629561415c300000001000000000000000000000001cae222e5
  efb22a264902c5b49a9476b39e4f67d432e5dde4000000020000000000000000
  000000023564c8f0ac8df22c3eb04afcf195d016e039e8e0cc109877ffffffff
  00000003000000000000000000000003000000041f505bb84e155336ca84e134
  3c1612e59e9c393a"
