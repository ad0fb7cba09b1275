# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7e8dc28344090b6e9c00d7afd026ad55c67bbd6f85728472b48bf0c9e68a6017"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
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
    000000800000000c80a9e12047c057193f0e3f5e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6bd8b71dfba5dff3f8b8678348b35a050ea99c98bc40bdfac863532f20d4c278
    b58bdd65354265f24adbd7ac2506f9ac"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ba974b72132c38c9c381ed734786678b85d62f988e95dc2224a9ee1b088d99cd"

header_auth.tag hex"18d7d89e7722e3f119e738750e5090f7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3d6b90f3e68d4d50"
  body.frame.tag hex"5905574b586adeae3b495763a3c4dc64"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d110eb2d"
  body.final_frame.tag hex"f83a4a67f1926986bf7ef8248ab97625"
