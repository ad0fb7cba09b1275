# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  14db34eb093561821cb1b3067d87f12af972192aed59d0d62dbc132c68ab8444"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AtUK/nx4J6LEjwUpV7TzpvS8kl1Le/0BAEaH4YoxrL3Pbx14UssZd40M5BaXVb96ww=="

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
    000000800000000c0d193ddf7bb874c8e7a799ae"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    fa6a9007c533f869e48296963bd2cc6d8503c446148f36dee3735cfe0bbce9e4
    94c38fba5becc83c17c0fc0c117030be"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d9470ded717e118cdad5ca4bcec43892687137e76be479c93f065dfba5c74ee5"

header_auth.tag hex"56b519838e6ea7fd33fa24e300000000"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f1fc9b870ec0a728"
  body.frame.tag hex"74f8bf83419721a5476868a7740de026"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b003baf0"
  body.final_frame.tag hex"5516260c25b5881792f83c916d3eedeb"

footer.signature.length auto
footer.signature hex"
  3065023100811c1bdb8970c9e25b52cfee38bcfbb343d38436c69a2e8840eaf7
  2d220411f42fe8eeb7db6115eef400eecea6b15e3a023074bfe43387bf561558
  7e6054899b98328410dd7ecb1a20e87d0ffac6063c4403134662c7bcd4b5edad
  606a6693a21287"
