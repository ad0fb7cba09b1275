# 542 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  fe14414790920e0975abbb7c6a3dd2b8995455cbf59cc214d7eb524c3be01432"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Av///////////////////////////////////////////////////////////////w=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c3f7fb991224cfc5eafd27e17"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f11c89378ab527c05419ff5ec390316a2a2fcc4f8de2759c50dfc9858a58eb58
    2152d08ae53d8003f0aaabb4a883c8dd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  32f414074c14d98037c06026cfb6e498a1a32b5feb713dfade98809c3680f131"

header_auth.tag hex"7cb6958d5b1563b223b3802c355e1605"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5bb0a930fd7bdd54"
  body.frame.tag hex"c975eb86c96822639900d0f322299436"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"b4768f621ca32e6a"
  body.frame.tag hex"9d76bfb640dd86b834e4af52e304acc5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"11f75ddc"
  body.final_frame.tag hex"cfddf0e5acf833f17b85fb9b9344242f"

footer.signature.length auto
footer.signature hex"
  3065023027b35ea50842d542901a168f12266a1bba27c189de197e40d71ae062
  4aa4ade8c84aa96def4d44b800191a3b0b208654023100a604dfac303185cf48
  9b68601152346d2736ae9a8e499465a9537187c2be0797b0c128fff58e1c267d
  14b3f01432e3be"
