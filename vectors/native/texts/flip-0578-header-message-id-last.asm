# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  278b1d2ac5aa5c4952ca96e8375003162984fb7f5ed62dc08c0dd32766782aa6"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AihIv+gjn5jO8MzRUWHH6RfXpmMHsQiff8tKeKQjCXaPjwIlgkzIOEHvx+QyvFuWDg=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000ca046c40c745880c996a7c110"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e2bf15d7e94684d89b66d6eb3952a289f1a211a60a692d7ae9200dbfcb40ae0b
    df1e0594549ed8fc276748d228cf8656"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fe64e41cddfa80dbba5aee236c90747b4d0624df6122cf603bb96210f6e85f8b"

header_auth.tag hex"eefd4780db565626cb2750451f9e1143"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6ffe67306929ecab"
  body.frame.tag hex"4abb3a22a864daff7c9c27ac2af7213f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"45df9390"
  body.final_frame.tag hex"e115a3cf1f15984811557a4353180a0c"

footer.signature.length auto
footer.signature hex"
  3065023100f168abce588ac1d4c7507133eb181ee2e8320111df4aa652cc6c55
  31bb8438d18153f7b87fa2b8010b4de5421c48cdb4023020a95ea069b1c0e2d4
  1daedef4e45d5c4a2fe17fc132f0be1f5ddb9c9cff30aeefb82728566bd13ce2
  2e40a4a1045734"
