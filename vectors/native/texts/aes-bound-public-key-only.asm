# 439 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"dbfc68807d4b9d8c178f28616691cc5e"
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
  header.encryption_context.value "A5itOS+ObIMv90Re9BWDn5x7tItRvxm4lX5tQlRWgVHsZLzvDgjSHNiV4hKDF7b0Dw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ceec88a4e77b054ac7b37a39f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dda617825829d7ad51e7d2723aac0ee2dc97d637dff256aaa743f15ef3c6f92b
    8c9f849671026e200e93485531a0fbe5"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"73c959c7fbdb8ec4f1f1987aed7a5ceb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dac475"
  body.final_frame.tag hex"0116f69d064fbb383873bd23e9ec9952"

footer.signature.length auto
footer.signature hex"
  306502306bee8fa520ee2c65139c61f39ceb723840ad059010b1de6ed324cc47
  7137748346fc4e81181042cfbbefe09f83c2799b023100a7d6f2ba5bdf8052ad
  9e2977bc049a84d0fcc7f3dda017dcad467da39b20debd6a147427c539873827
  81fc7a325ebbaf"
