# 273 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c4ce56d547251e433b511a710153395afc26ad94e49e2aa9b6510a1263fbdf7d"
header.encryption_context.length auto
header.encrypted_data_keys.count auto
header.content_type 0

# Not read any further: content type is 0, expected 1 or 2 @ header.content_type
# (offset 0x27). Hint: The header is damaged.
hex"
  01000e6573646b69742d766563746f7273001b6165732d313238000000800000
  000ce5aaf0a5ac6685ad50f53bed00300e5e6e70f5060cc7a3dd5b5cb5a554e0
  58228749ccad22dd09ef4112f7648d4b5fd17c6061dfdcdb4792e3fcd8e69eef
  02000000084acdf735b712b2f870354c51c4020a1c1fdd5cd66124c3c35c3c2b
  d252fbdb29c86a181d8ee68998604bf6224f15397e0000000100000000000000
  000000000161f5c399835626fecf0e4459724922bbbb238d6fbceec5bdffffff
  ff000000020000000000000000000000020000000487eeec00682bade639b914
  2e1388c812024da66a"
