# 544 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"b8a3f690afe8a935c93556c37d71a325"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjGAs1pux3HZmdGRvIteT4yTL/vCZyiygiY/92DNXyM/FJbhLWHwDizufonPDstLfA=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c552106da3698a638d9a1f3a8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    133677efad03ce98767f4293460ca5bdcb69583ef18b03c44a005b62365f24a4
    439e56862c664513"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c552106da3698a638d9a1f3a8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    133677efad03ce98767f4293460ca5bdcb69583ef18b03c44a005b62365f24a4
    439e56862c664513"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"183883ee0adecf255c546c0e58d7ec66"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e4a59072bec0baf1"
  body.frame.tag hex"4269814983fa151dbe473f33c6be8a80"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a1eaa9de"
  body.final_frame.tag hex"baf43025bd1b876346f66f98ff7b24e8"

footer.signature.length auto
footer.signature hex"
  306502310085de5a85e114708213eb90eb2ed0c7df764231342e5bc6336a3eca
  3fc05c4f5f08007ad39580dc8cda3275e10c07dc3902305ce312e87a6250de69
  ea517c3ab8f9bee13dc175e76ce03bea327bae0d23892bf78fb2875b83824e48
  fcbd42a5df7d95"
