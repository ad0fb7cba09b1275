# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"f58db3456258b07d654aebdf26044e25"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Akua2jFu0VN7H223fRklqMlm+Rm3h2XsNGp1wc6Jzqcx9bcigoo6Sx68//t3Y6PYxA=="

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
    000000800000000c1f78ea61e6689cc74bdc7b81"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fec6e64f75aa3df4691549319b6c131196628552566d19c1cc62ed1317acaf6d
    dfcdbb5067d0178ccd222f5dc877d1f1"

header.content_type 2  # framed
header.reserved 0
header.iv_length 255
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0414f4552c2c475036c16df20d0c8b6b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"278837c81f8d4378"
  body.frame.tag hex"e7653abe5c54112127d000862fbb7914"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"207ca683"
  body.final_frame.tag hex"e55fa8b099c8b77b1afbb25cdd1facca"

footer.signature.length auto
footer.signature hex"
  3065023100d217afc9ad2928ed0bd6a01a2d9ca790323ad212ef2b8ab9f688c5
  6035eebd3e2a66bde672e49219c84f9551d28b52ec02306e4bdf3d743182ce70
  c58ec8ea6345a382c54f6455565d0c011898bcb0c736f68526c2935ce9d14b76
  6f21ca6e5ef2a7"
