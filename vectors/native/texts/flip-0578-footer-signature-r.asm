# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  a4e44f5f91aaf37a53d45743fe61c1a4a19bfa927c7aebc111fffe7d7e0711f5"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A0v608JBWlIhlAt+Gp6d96dIFp2e7nLhXUnHez2omgKAPepB3/wleAgG5Pb7vO8Otg=="

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
    000000800000000c67d50439d94aff1c38771536"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b0d4a9021580bb4b9ee1f7ab4e53769e3ef04d37ba048b1e227c72e7b4bb47ad
    9b118719476aaea4e55c1403c7497511"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a07cf8776b5027034015af830b3b6c3e3ebdc5f6dfb9646eea59882ea0bb121d"

header_auth.tag hex"adb0a3caa9e3357b04321a400618f712"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1abb496cc1bf587c"
  body.frame.tag hex"1ce6ea45a5d631d2d3d6a5505bd148a4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9e270ba5"
  body.final_frame.tag hex"1f1877d771f813fa05b2d5a56034e383"

footer.signature.length auto
footer.signature hex"
  3065023100cc1a12cf4c66e67e96a0f164fd5c1ae89caf42f05bf88bd1fef54d
  339386d2409b838e6ba4d56be4351876f1151bd41302305ee12b487edd7dba4b
  b79025b15a5af664d7edbcb8e6d30bbb828a34d3e6e5be749f84128513d49274
  e86b7d4789953b"
