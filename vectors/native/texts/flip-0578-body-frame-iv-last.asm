# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  7db666c66359d827797f115995a8a094f740f4e524b01a3d0d1640cf2e06d821"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "As4NIq45NFnRNUAgL9kDtS2MiViroatqKlcjJ20oMjZwP8mck9Wj4l9sa04t/zm03g=="

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
    000000800000000ca7b00b3c1a10c17ca28f48fd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    db8e8624cbd8e7855bb86053177b3448bb2cd7a90507ec46ccdee1f4544edf16
    ae43fbec80c0cac3eada65e1f8b99285"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0a431aad67a32c9c6e395c8d866aafc9988a98f6483f8a1d4cfdb8eb1cb6ddf8"

header_auth.tag hex"4a7d6c2a904a3f57ee24b2e41bf27836"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000000"
  body.frame.ciphertext hex"466c0d82f730dd6c"
  body.frame.tag hex"27f1df69643be5833ed5646f669f7199"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3936ba9b"
  body.final_frame.tag hex"e0f9e52d00895e42b7575d51c1395d7a"

footer.signature.length auto
footer.signature hex"
  3065023100a197f6354d6216cbdb011343d94c808989d2ccdfbc6c9fbbe67fdd
  c76ff714238eee9bdf238a20311bf046c29456701002301cce14dd64a2662fb5
  b98570dd5258ef95e9f72a95ec01bbfb97e7138cab8446e9c4eace28442fe7e1
  4f4bb6bf779f3b"
