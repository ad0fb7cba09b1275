# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"9026560fcc5b65e81a59565593166705"
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
  header.encryption_context.value "Asg44gj8ha/qlkqOcoC2KnczlfaW53Mq18CwnnAyJeEDM/zSwx18JClDHlNNGlc1cQ=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c61da9871684dc860f831bbc8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d469923dca7dd3e58daa9fc4f13424a55e4cee35d1a3a17feced70368c4f01d7
    9b4b19769958b06bbead05ddc31ed1dd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3c044365edb0a10bfd23683a48a7d5e9"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d71ceddb56cc7162"
  body.frame.tag hex"70ab5b01df53c67c4e18c3efd4c9bacd"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"32ce1963ca0dc13a"
  body.frame.tag hex"65b8ebaebd4327bdbc085f4089b602b5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"da7fa037"
  body.final_frame.tag hex"d5909333709a2a4cc034dfc599111165"

footer.signature.length auto
footer.signature hex"
  306502307dffa393a969d3587be9bd02e3065820b4c1a5d7c5ce6cab5c9734ef
  71d90a830d1c6079ebbefff54bcab5e16b6e1cf0023100bcd9bfb3d8161bec67
  9d5163fdc4c51b09778506c044393a35d6fb3fe1eecd4813494e85070b129289
  b4b68b0ff715f4"
