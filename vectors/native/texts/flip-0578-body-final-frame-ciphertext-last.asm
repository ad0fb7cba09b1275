# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  1e809a40de2bb4b1a9b78ac7f520d714fe2316485a9f15858781e114d01a18b1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AiTY3LiP+10TO0PfBUmWAlYXVvnh6CRnEsix1UysbPtn/Lhk5ah4RvAgBllzDdY5zA=="

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
    000000800000000c465c945323666cffd6ad3890"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7482490e541bd988072fd407ce637225daed6b4fbea642e45f7940589bd29db0
    493f96faf82d484e273fe7d52068c400"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  29e9ffed52e913825e735dfcc8186d170a5bc637962cb3eb00baf9f8e5e58696"

header_auth.tag hex"75fd3d492c6cc3548c5ee9093a726e7f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d9caf8b9aa3cb449"
  body.frame.tag hex"8563a93011e890b3d691a57437f95679"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"33e6d0fd"
  body.final_frame.tag hex"29abf1fa7006c7ef9d6ddc33de2687c0"

footer.signature.length auto
footer.signature hex"
  3065023100c1afce87d6609b6a91391a76ef79d588b34c28c29ffd84d5eb1ac5
  dda43561aa6dd3faa5f9f52a0d4342eaae81d0d632023025ade3205b0820b5f2
  c058467b0e745f5c369801a1f9fc7300b208e77caa6933d1777a5f9117981001
  6d58fd4431651b"
