# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"9eef3a7b37f175d41a554e41a103d2dc"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "An2mF6zdG0CsHSJpJABS67KIlp3melKwrKZmDq3RBweyN/ARvBYxa3EWyCwRIgEk/A=="

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
    000000800000000cf592c09d82bccb82573d8574"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ecf514eae9a2af76e6923822f5de1c57dc31581ce31fb268ac2fe6a126941800
    55264d698090a55b9031cc075ccadc7f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a5c9b854e4bab3ca406515f003d06108"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"942324de38fc1b7f"
  body.frame.tag hex"0193d08aa2156bb05d5d3761b490c799"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"db975e24"
  body.final_frame.tag hex"c32e9ecf0120a8bcfdaddfbdce4e3321"

footer.signature.length auto
footer.signature hex"
  3065023100d9976917da2f6994e5b22d79d9b61c923217983964a81d4b0a7d0c
  a3db6a2e4461fbf4e7fccc51c017cfa0eb0934ceb20230452d91612dd33bb45b
  e560480fa486f7a55a60c1364b12c1600f61202d85aa8504eb35c04f2491bf35
  4591a12ba46f8f"
