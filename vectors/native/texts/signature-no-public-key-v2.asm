# 449 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f4e8778162cbe37a6408ce5c4bf110301fb334e8b1752e86263bcd5925164487"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
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
    000000800000000c4551d9653adc12910504974a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4836e7a3d1aaf16604750f06338522d4eff61d15b3bdab96a7e95baa6f163765
    94aed650a04936bc19b4f2d3cd5a93b9"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ee2dce8580bcdbd5bf7776e44d8987ad39f191cc29d6017a6f8714fde4b90d77"

header_auth.tag hex"d1b6554d5df320c49196fd606abee832"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"29c252ac22e316ff"
  body.frame.tag hex"859eaa71178e88905898d2880fae61ce"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"b671b583d25ac6b2"
  body.frame.tag hex"f620dc3789ead63a2fbb02df4b70eec5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5b2e5e2a"
  body.final_frame.tag hex"7ddd67c0a3ea7691ca875cadee94ed30"

footer.signature.length auto
footer.signature hex"
  3065023100a892bda9f660a1c56e59e587da03e983b780aec244d07b5a40e377
  e8c01a05ec1bdcb6d8735c5648dde1376f38489b5402304d0a628b3c5bf8e376
  ffae6f75703177d10633f8a5410d09e40d33a49720c91367cf0a2d0d2b9660cf
  c8c7e031e4bc61"
