# 269 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  1103b3a9a082bf2d304ea601eed0e24c3d152ada828101a2e977a81eb07ec9c4"
header.encryption_context.length 1

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.count (offset 0x25). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  000e6573646b69742d766563746f7273001b6165732d31323800000080000000
  0cc9fb0cd9a3b6b4b5f337fbfc0030a855c3ce23b3a7f13cacb5dd8741379e69
  cfcb9ce940055e1247ef007c99231524435edc00032f6327021ab5ceadde4702
  00000008cb0a58dd0a0aa5e1d5598323bc87f2bd0f04d50d7489e495d96b569c
  9bb42e27c353a792079f0af1c6021015b6a205c2000000010000000000000000
  0000000182489b79022aac94dd0f80b8301abcb3c7930b1a0a6f357affffffff
  0000000200000000000000000000000200000004633eb9af61273858b7ec9ca2
  bc6c3c7168572a94"
