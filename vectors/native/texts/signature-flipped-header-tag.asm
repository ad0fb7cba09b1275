# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"54860ed8596b0d6ce4b8777a4ebf2e42"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Atr5vRpoRdXEtbl253oEvTIkP+VprU/UO+OCV9gMkToBN9caAE6tTqQHYxJwLEUPag=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c30fc4cab14abf018c9274bee"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e19518c5e7f1681721191a913d61d7b30034ac6f0b0e06ada8ebe6a2879019c0
    047722f974ff938170cacbe4ee64272f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ac07d24786f1b9974a2051865e109f57"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"6fe04e7620c9db5f"
  body.frame.tag hex"89fb5c0858dcb0455cbaa7ba71acaf71"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"9be6408ab0200cf2"
  body.frame.tag hex"708e8f7f0a454a33480359f90c3bc311"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"48a49116"
  body.final_frame.tag hex"f2d203a60b6e41b2ed51defa48e0ec14"

footer.signature.length auto
footer.signature hex"
  3065023100d4446b2863e767c0f28cca923d214735394446626dfa4b0082a458
  d4b88ef0cea0779a4fc30bd5fcd34af1090631bca702306cd0415d5867d09b88
  989e0aa216d914b6f4f59f37aefeeba4c82060db3bf1f4e682eb81c6ae9bb185
  bef41a37a0706a"
