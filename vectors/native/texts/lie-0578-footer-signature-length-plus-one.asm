# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  2e419720dd4895d7a2c733f96fae0aab01596346c970a09ff4ce1f5e4446e640"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AzHzLK0TUVZLRwy28O0PJuyrS2lBxv1vr7po9bFjRYXLfzTIGiTLpRoK2EGeOcnZgg=="

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
    000000800000000cc64b7af6962b049fc8667bc5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f704e5fae16ee4bc96d5539ba1942f92f79b6b12180fcff7e77d7c4417fd57dd
    b3eb45000b8d93b5886b0dd0e52a5f17"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  fd601e95d519c57aa3a87b4d9d03662829ab716740ce5c5b408a3d23a9ab4684"

header_auth.tag hex"8f8657e7846229781d8072184796758a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"349cf5064cc70f29"
  body.frame.tag hex"a6dd38d8c6db19f1237679ead0908822"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1b564572"
  body.final_frame.tag hex"7d94fab260cc584465588bbfbad82f36"

footer.signature.length 104

# Not read any further: the bytes end inside the signature: 1 more is needed @
# footer.signature (offset 0x188). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"
  3065023006b7aff39b772d5302a1caff555d3a7c425403d104aa518d71de9e67
  ebae4fbcb6d1486c8d0e1693f2e9c2b95965b11e023100908848866075ecf9fc
  fd30b5075b38741046a01c35f32ebad033bcdf4cad60d00a98704f747f87fb1a
  08bd933170d41e"
