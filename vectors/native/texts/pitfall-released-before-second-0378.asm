# 505 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"218c81fa8e977d4d1a18258ebfb4b8d4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Arv19zgf60I8ySssRlwr/zQJcga0Fh9Utjq5Z68pryppTvJ252c2jVIcuvQJCv2C1A=="

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
    000000800000000cf5958e4c1ee50effeca85ae7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    01db7b7bf8407e41e45dccfcce26866c99321a61f965c53d2e27774cf22d090b
    4966218555be119aed78744587b4b78a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d46dd32985e425845eff5eddf441fee1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d0b25b1ed3e591ea"
  body.frame.tag hex"ade84afe161598fae907f0a654c8ebfe"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"3bcb7b714c4a3af7"
  body.frame.tag hex"c01f31e9c08f4abac4b9b36b1f693b9e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8ebf8c35"
  body.final_frame.tag hex"f9e5416b1945e23f8c1910030eeebbf4"

footer.signature.length auto
footer.signature hex"
  3065023100fa01c063467f62e76e01e253e2ba6907d6aac5b653fac628d0f1a8
  853b06b4e9d0bbec071efb599d236f5505bfe35c2a023073a96ae5a564f8a953
  e2a008710e2669c1cd9f9aa8d2317fe2284e2c29e34082c901eeae7def3041d4
  373c1ab9251418"
