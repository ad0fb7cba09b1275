# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3ff6abc672ab64da8e031a4904610d631ec7c4c47b662abb5dd1f351e3f9ce9d"
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
    000000800000000c5a08110ba4280eea3ced9cd3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    592bccf0674eb77e56cb49656c33ef615a080f716a6f2f085c9abfa97686d7d7
    aa636d57714e064c9ef8bcbd703aa538"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  6441edbb61ecc58acba2230a470981c619d79ab46b4796e89a62c1e0483d8a30"

header_auth.tag hex"6fe9aa23d55e678ceffe66badff099e0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ec7c9a7bdaa9ec46"
  body.frame.tag hex"f78c119beb6429da94e4b5bc32e85c4f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"717cb804"
  body.final_frame.tag hex"ef2e2ecec858d8387469ca4efd239fe9"
