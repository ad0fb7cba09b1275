# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  8c67af54bb5f976ed4cddcba6dd3efb2dbc2e26ef23b0772e9f6eeb914022349"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A6XC9qmxXTiqpblvvYmVsomaTkb6TrtZSy4FpCO175pPSPP6UGPjVJUcPDUHMkANww=="

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
    000000800000000cc19ba8e71fea0ac0803afffe"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e4a880e652b9024495d9f80235a404fbe1f9a9ba31667425205bd1265e7ec6dd
    3d3d35e5be509f7c8c6d5ffedbb46cfd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  742c966738df14ef40a324d1f2d659824a248a94504769dbb9b1078d070a54c4"

header_auth.tag hex"425ec1494b5a0e687fcac9d406fbe08c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"758e506b527d085a"
  body.frame.tag hex"c83c2c1b30fbf9483550e22a7b5ba156"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"66f5c3dd"
  body.final_frame.tag hex"0b5c77b67320edd215ef518a0c6250a8"

footer.signature.length auto
footer.signature hex"
  30650231009060ccfb9761089d3ae724cdad6bd82521086b5de6f72b0f5af742
  89eb286e152bb9f108de13377d1224159def89919802305f0f63137566970c28
  fac4394538365eed719dce20a9b8a91f49e12d27bc68aaa28c6fadba024da20b
  654dc5a85a76f5"
