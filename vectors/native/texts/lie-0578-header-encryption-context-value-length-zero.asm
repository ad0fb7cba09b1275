# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  d1341cacb4ad19c83da8c2b5bd1fc49b6bdc68305f8f0a1a05039172d0b9a2ca"
header.encryption_context.length 119
header.encryption_context.count 3

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A9vTfRy78FKknvHewDwWQ+biyv1Hk1F7JZal9rFpyMzqMCqnZwMeBiqaeUKxItnvtA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

  # header.encryption_context[2]
  header.encryption_context.key.length 29797

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[2].key (offset 0x91). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  73740004757365720001370001000e6573646b69742d766563746f7273001b61
  65732d313932000000800000000c7dca1cef661db5af7163bc070030ccf36e28
  928d569b269dd57fe26d22204fab16d44df9bd2af23ec14f95dff7954da736e0
  4da164bd0a4266bd6d5cd6650200000008ff1df4a66596f1f3acb611e371fe61
  b92e7540b8e7b7bc03703d7f9d258239d333f889f663755fadd2105fdd213658
  cb00000001000000000000000000000001bc70499dfd2885f7398e065845af5d
  9d44a26d07f1794bbcffffffff00000002000000000000000000000002000000
  04ad1f0606941d83cfbf924f0b4508bc8dcdd652e600673065023100e24b2ec9
  b081796bfa6ae6b557afd680d1997e4d13fea835f432f2b09fd740561cc38e06
  ea0d862dd380ce5d4e1b2dc30230209c2463c4a4a780e386431fc18419557254
  9db9aad1400e2138991d0727e90ffe137bd536c666a6933dfe6027b2eed9"
