# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  0f2316463cc33c8c86796c140dec795eaa601183de3e4bf0d6de02fdee9d18ba"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AqmdRXI0if2OwILnryg2p/JEc//6PgSyFUar1u4NgXXnBTxszunJWNRu1KFlPrhp+A=="

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
    000000800000000cd521555e07a515ca86b58edc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bce8702e6d1a7b998fb47d41b261c0aa9152f11db9603f11c3e0d3c403a8de9f
    4517bd874def01a39b7df1f1736a5366"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c8e4fb58981a4de00b01bc0f18a2bb0c3280f0df4245adf2742f6dffe3fe0a57"

header_auth.tag hex"ab0f05bf1de418092b7faf23d9b06db2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"edfa7f97fd26704f"
  body.frame.tag hex"21891d6fecf41a47c6933254d466a7b6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"009f7c22"
  body.final_frame.tag hex"61637b2f4a74ebd6fd6ca7e7f70bb608"

footer.signature.length auto
footer.signature hex"
  3065023070a7e2211d39f0fd5b21a6a7a78a4718b06bd386238987f0a8e03544
  8565cfb64d748425373fb297e49f19def7a965ca023100896ad6f88328878a5b
  1a4518c2bf889a37e3932f2e18fe85f5e25c5d43bf502f109f9da3bc0f7a3c39
  543f187af621aa"
