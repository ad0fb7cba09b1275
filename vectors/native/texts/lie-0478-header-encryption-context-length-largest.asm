# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  fee34789655f57438fdc6b576f0b38478f84bb95ead6b72759dcf45891865419"
header.encryption_context.length 65535
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x23). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  0001000e6573646b69742d766563746f7273001b6165732d3132380000008000
  00000c62c077c21a2ab99d41b16fe50030c3ca5ccf46f1bdd732b14abc4e876f
  97a3103bbbdd3d92038cf5889c640354f80704da0bc286fc0f6bfeaf138ebbc7
  3e02000000080138d93b9b7155914322101a7d81135f6e2a40376b85f0528da3
  75e7ee538cd04d621618d1a8ca666045276fd4d98cec00000001000000000000
  0000000000014d3bedb60a6a0f030431d021b0c46b810406843a971cb890ffff
  ffff00000002000000000000000000000002000000043714df3429cb3ec568bf
  a1ed27bd5eaba9c242cb"
