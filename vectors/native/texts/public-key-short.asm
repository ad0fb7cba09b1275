# 538 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  e5da2d57354d91572c7e54b1154f1d51684e9107d894cad5e01c71ecac42108a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3Df/FxsxnS7TSwuoTTIOK6zCD3yMQmEPp6eea6mKTqvG8mCDkq4kH5TIKrlkDeU"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cba7c84136aeea3bc49179a8d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    334138d0eb137b0db9fa8cd7cedde4d96b2edcc8594e631670ee894f5be57665
    ef7a64c9cd15bd435adf76f454bde4d1"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2d269e1bd40bc815f59fa72a8fe66b2ae44f3c225be10b36f078396161097266"

header_auth.tag hex"ab529865bc25135e04420b2703985f20"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"506cf4ac3704fcac"
  body.frame.tag hex"82d095248bb6815aaddc825118d78957"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"1eecf3ab4cd4a69e"
  body.frame.tag hex"38c1445020852f07671962682032dd83"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"bea51fd6"
  body.final_frame.tag hex"1d75d5dccf3d850555d8423682031ab6"

footer.signature.length auto
footer.signature hex"
  3065023019ef77c1fa14ee04195d6b7d0d9a5376658d0c6e30f46b994eed5e08
  43394906bbb6565bd219d28261a91b3ac6bf2962023100dc41a607cdc00d7a9d
  3388d0339c2292c64831bd4598d52f3bd7893b33f919318dc715fc4036025db7
  b2968cc70d94de"
