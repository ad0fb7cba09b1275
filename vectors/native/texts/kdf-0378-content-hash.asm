# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"296e5305580d934a889131e9fb31c0ae"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AiJt0CXXfmbOstKW4f5PijAgXKoiybyYgDnHPZkiDj7KVsRwrphvxAQOqu3xk+E7lQ=="

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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c23fa115f12e59f3d0b3e861c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2c4dd6d5563e07a72ce47f890ab3a2a20627df29a7e0e88db5aadd5f16f376c4
    5a7d10d775e354fd636dd4cb4c394406"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8dce383f3864f86bf51cffa02d9c1e28"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6283e21e172a437a"
  body.frame.tag hex"4b11c8d4fa956ec68fc4755398459fc6"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"060d34fc"
  body.final_frame.tag hex"3e16d1676a0ff038cef0ee22384286c6"

footer.signature.length auto
footer.signature hex"
  306502303651e5530adc0443f6516ea38b30af1403cd857bf27290dfffc6be61
  a4fb96424a57805d3cb6e4d27ca0503d97334eb1023100bf2425cb6737ce2f4c
  f50f3fd751ac2bc0623b879a85f28c782b64e94b4b9aa137535879ef5617b626
  8c5a0c1b93ee43"
