# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"c235ca68e69a5fd2d3e74266ad0d71b0"
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
  header.encryption_context.value.length 2

# Not read any further: encryption context length field does not match its
# contents @ header.encryption_context[1].value (offset 0x2f). Hint: A length in
# the encryption context is wrong: the header is damaged, or its writer is at
# fault.
hex"
  370001000e6573646b69742d766563746f7273001b6165732d32353600000080
  0000000cad500348ded08d01561e1e0700300de2708f3f47bc72402708a43718
  b31673d751935422cb4a837b79ef3aab5946bf7836f88547b7e806e95a2ac991
  49c602000000000c00000008000000000000000000000000945c7765b004d2b9
  c7d3473cd0055a03000000010000000000000000000000016f630446a8d1c38a
  1db46f0c621fb60a20dcd2bd0f3d51b6ffffffff000000020000000000000000
  00000002000000049973651902fd967b522581d817d4bb9c44a865ec"
