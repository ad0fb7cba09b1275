# 243 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"654179c97f8aed7e69470ace5b51673f"
header.encryption_context.length auto
header.encrypted_data_keys.count auto
header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0x18). Hint: The header is damaged.
hex"
  01000e6573646b69742d766563746f7273001b6165732d323536000000800000
  000c3615167632ffb7c1eecddec50030aab860a59b4616dbd195f4f58396ae52
  30ff86e82c6f8ab6ba2d27f37b38615b696c6386a5d43d45533ddc22e126e793
  02000000000c00000008000000000000000000000000125b5fff029fd9ba3933
  540d7bf9af4600000001000000000000000000000001fde89d18e5aa41d2abd3
  ed8b8a1d97bb7bcec6c86a13cb92ffffffff0000000200000000000000000000
  00020000000456394aece78763437450afe95017bf1ece5547a6"
