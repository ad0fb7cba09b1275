# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"e0741c02ed2ed8b123854139adca31e7"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AsAEwowmZ+6LMudaiYiPUYiVOXpQQp/4O8G1J+OXQeorKPiOzs1YmCyeQxrGFOCdpg=="

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
    000000800000000ccc3b6813bdcfb48a384d0eeb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    cda69af5f5b7819cc5be6e58cc519178c131f5d776d88fc0f4f92061044ef5d7
    72ac102e536b5b2777ee1c2c62bc583d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"34805044d356042647343aeb81a857c4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"1141d235e6a0b238"
  body.frame.tag hex"edec2ef2f3805c2e3b59206df2db272a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c3b41ca0"
  body.final_frame.tag hex"3ec67a6a29597d4b9a2a8d20b006d714"

footer.signature.length auto
footer.signature hex"
  3065023100d9e60d6bd80c229f82765ad3c06bf356a47cf642b5494e394f8e0e
  f179773f4844a37062095432af7f555f57bc6d079402304955751ee0aac9da75
  0645897d0613bea494df53a311afa87754dc199b6f322d9f7f7c205a90d87b11
  dc3de2dfb98be7"
