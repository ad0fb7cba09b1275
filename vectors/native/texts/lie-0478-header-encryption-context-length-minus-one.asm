# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  165d2edd7a9b0b9e013ff79d0a09f19c932a802daf3c05d6bde520222aecd863"
header.encryption_context.length 25
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length 1

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[1].value (offset 0x3e). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  370001000e6573646b69742d766563746f7273001b6165732d31323800000080
  0000000c8148384510be9e830673cb220030fcf1a4e47bd0aad37aab69eb4dac
  292a24752d34ff115e9d4ad575a4701cccbd8fa275aff691084383619622ebe4
  06df020000000871ad0c848dd1e644775d1f43be96e57c6954871ee743e09ca7
  1b74d6b98530653287f707351aaa2006230973c6f7840d000000010000000000
  000000000000013e64f2e1ba92fb89fd294d571ac9ce609273c5e84a5ee536ff
  ffffff0000000200000000000000000000000200000004495dd614512b38cde1
  9cc22841f2e43003d01590"
