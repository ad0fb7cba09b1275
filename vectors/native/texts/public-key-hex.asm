# 550 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"bfe745d9bc8e519f85b43d281eedf1a3"
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
  header.encryption_context.value "02cc52d535ef682f2f687fb916b4b9fb0860778af54d6ddebca063e9784d9962c61e0a788e2472bfcd0181168c987985b9"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cfc7db208b0d293c9afd6be7f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b3cee26b971fe678a1732d29930e186df3acc33d66c61e36a13cf1c0e28ba838
    2d07b816ff01938cde99698f1d546da6"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a7e9239d6b2d193032536145c71aa561"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"aab3ed46606330c2"
  body.frame.tag hex"22920fee97730d1d1c01ee908d62de8c"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"953bd85010d92a8d"
  body.frame.tag hex"21d122c2fba1a0ffce110f0c16c81fb9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c6878220"
  body.final_frame.tag hex"5c2025f46f32b1934a8db274826a57ce"

footer.signature.length auto
footer.signature hex"
  30650230543002cfb6f7c9bd23e6afc51f487019ca33005797eab15956868e8e
  3ceb232f6bf36d76bda024bdb5773f4bbffa5141023100f58fdd5dd8772cf625
  ed5fa6a2da9ed5807576e3bb5a0e4b88c20e3c22397ef24ab5b4c16e351bce1c
  f01f9e79b0ee92"
