# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4b30709cbe0a9aec806048f6401b8a449cbb2ae2901766be0b0f752ad108d017"
header.encryption_context.length auto
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

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c2671a538c739c07a1b2f39e7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1eded544e6258fb64df86c1168145a5f42dc5ec1611a721be1265b14ec17ae11
    02fe55f1ce37bca1f3c131f6aa22f454"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  00000000000000000000000000000000b46d4358c831955ca5f8226f8fb167c7"

header_auth.tag hex"4e97443bad5d165f163f8afa670a94b2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ecaa0711a7ab4c13"
  body.frame.tag hex"a40700ff46d1a91a651fa357b77a96fb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d0f77151"
  body.final_frame.tag hex"6017c947ce2ba3a1dbd3ab65a306b687"
