# 602 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  c4856d7d824964e3b65e833f0dc3452c23834549ba501c330926ede5b44d0120"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AgFU6nd4wzDtDD3DhKDHN4YKcqKwyTcerMsl/XykUPNgYCL1lxEQ5P0/liL/fOo41+KVejo94waGUXYxGH0unUy/gQ=="

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
    000000800000000cdc7534980c4b2919a4b1fe44"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ae45db26bac0173ca64cee071c2b2a5770bea01d91ac11f1398a1e5a819a644c
    6dcbdc97209e6abcc28dc5e3500766b3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  362e8c6c674c42891c4df278d2a05454315cd8ceb7c2b4156b7a113a3211af58"

header_auth.tag hex"cc0b655242f668a8736a25278a7a2896"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ebb6a6998e8bdc62"
  body.frame.tag hex"af0011a7146efc7a381a7d65dee6496a"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"15c1207815d865ab"
  body.frame.tag hex"f108707bb2d795569121d8d59fd4227b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"125da651"
  body.final_frame.tag hex"42c1115a9960564dbaeeb7771f097abe"

footer.signature.length auto
footer.signature hex"
  3081880242011979aab4eac104d0830dbc8ce19325e6124e3f77c858c59605a9
  8c7ba6cec191b3d7fbe0ad985eb8872644b11acc0f60a419bf919732f2273315
  21b223cd7eb7900242012c7ba7a97bc5d4cd2e9bbc2b4d6853f8519cabf1c61c
  599edd0f430c6da08bafb133edfca2df069b34e01ef31d92c1f74d5e9b963a3f
  aacfa5adbfc673ae163474"
