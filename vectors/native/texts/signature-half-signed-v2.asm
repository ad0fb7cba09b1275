# 445 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b8d7bfaf18d38810e4d5e86503739ef2c96c905a89ce483ad544b649d971e764"
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
  header.encryption_context.value "AkKN9SBqEKZgOc5SlN3F3TRPj0T39GrBWTGnVP6ly3DiKt+6HyVea1EsCKECDhoc+w=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c6076d46b477535bbf9fc7a13"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    810a5048a138aba768b2fff0f10d507ded8e808546fc2700f40537736f3afdfe
    1f25f1deb220d2ba71594b2c2f9eb969"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  24ccf62da1dc9857f5f22ea86a6d22eadb067aa3b4d49491162f5ebb323ee095"

header_auth.tag hex"76f0c3cfddadbf02a21703e31300156c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"a9f875057f894f9f"
  body.frame.tag hex"8c6f5b1a4e4173acd5f5bc3837936256"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"f87e8c1e6b66e051"
  body.frame.tag hex"ae22b80ffae820646c9e2eafe751d2fd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a329a124"
  body.final_frame.tag hex"3a4d1379738536caa941edf56c996848"
