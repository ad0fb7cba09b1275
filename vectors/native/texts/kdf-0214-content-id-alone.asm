# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"ab331c4299b28693c8d3ce8c59837194"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AioY2ZvsrtdDltnbTIxeG3/H2u3cAL2bRyZFxsZxf5lc"

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
    000000800000000cc0e95565f4fc7e315d8139c0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    485ff49e367415d33aaa71ac3c46b4daea4592318e3918dc813ac77c5736724e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"feb2d2f5c362fdcfaa3e7753979b349a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"13c0647fba10e2ed"
  body.frame.tag hex"d4bf36f458d6695a385733af3658854f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3b390459"
  body.final_frame.tag hex"e7fdef765e878b6bce2f51c7f3e76c1e"

footer.signature.length auto
footer.signature hex"
  3045022009c82f003fa67c6b31c90de6eb9411f70fea7cda60479f67347fae97
  8b8002bb022100eed87980f5f6d416b2e2e923d21398cd32ef773f5367b064a7
  6aed84d1badcef"
