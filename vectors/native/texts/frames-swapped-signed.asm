# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  9b026556c90cdfe3c8ae8d88e958cb031281a27206a17a6bc1c5fe8fc037cafd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1EyTWcfW6PEvc0h/OFmmVirLsFV8W9Z9r/cskEaaimY4DZ0FDjPg1luBkzGQ08PnA=="

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
    000000800000000cfac0b7b363fb391032e9217c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2cb7208097eac7d490336a981b40b068e28739c53fa6e8828afc0ff901de0cd7
    79367c3cdc107a8279f524a398759806"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a74660834b290f9c87ad1583fe01e0529e8e8464aa0fb8fdce26da071297a9a3"

header_auth.tag hex"abc6f5230c0d5a1a5db228ca05125701"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"31bf0d8c8c628608"
  body.frame.tag hex"d528c6e6bb2f295f3dd27d693a08ac47"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e33b5e5b522c00b1"
  body.frame.tag hex"74c9967874b8fa87f27893c58019279a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4a24a39d"
  body.final_frame.tag hex"282aabc72f0f4ad0aa09bb8073283687"

footer.signature.length auto
footer.signature hex"
  3065023100ed6a1257216c47d5072a099b020c89d712f0a89d7c3c90f26e3a07
  a94c0f319b979602a0f7d1b6df6bbd85557945a5e602306ce7cd86e12066941c
  3708967384a7f250b375010250b878dbc618e46a8edf19d8201ffc1e99cb867f
  24422f368e4aad"
