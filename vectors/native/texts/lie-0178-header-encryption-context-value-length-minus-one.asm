# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"feed9bac4a4d2ffa5f0a852413e08dbe"
header.encryption_context.length 26
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
  header.encryption_context.value ""

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context.length (offset 0x14). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  370001000e6573646b69742d766563746f7273001b6165732d32353600000080
  0000000cef6c65d7735987ee13b3efc50030a5facc6f5945464aa8f75a761a18
  f7ba14fdf4fcf8f1785899455a8f7e605bc6348d108c2150b87b9712e6a668ce
  024f02000000000c00000008000000000000000000000000ee86205c7660e12e
  5bbbbd359a712c0600000001000000000000000000000001dd8a48936319bbed
  4dc165b1dfae181df0c536973b06b0a3ffffffff000000020000000000000000
  00000002000000047e225b1ed84732004a204a95a10a7bfb6ff14212"
