# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  57aef0972c2ba02f4d89fbd8f98fee3af6ea160186d748ec9a5ddb49e9ed3454"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AyWW/6vpH+BQ6cxZNar3vwXQmylSwjOaKe7xiiR/m1TaJ7hSzVVk1qoDY8A/Be0qiQ=="

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
    000000800000000cc0ba8c1216fa391a99bdd61c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7493665efa00d63f62803c5236454f78c9a83e32729b49ea4330fb9997689710
    586aea15f15d6cf918dd48e46aed866c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  e74b20f0293a6f6aafa15d27785e3aa320a4f6f4e2e04b6f6354cb965f84bc65"

header_auth.tag hex"7c391548fa565ebc1587b34f5011023e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"22f44e35677d58bb"
  body.frame.tag hex"fe10a74dd0b7c32ca95d007d1e4f619f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"0da2b956"
  body.final_frame.tag hex"19d8d87355897690cb705a7cb26c1c81"

footer.signature.length auto
footer.signature hex"
  3065023100d27980b4f351d9e2fb1d58a5f6e1de1ba3f62e8276f6b950f91671
  92f82b44292c84da351d3800132d1b7a7c1db13afd023070adc0992560ee8490
  31b264fd184291324e63597b3fb08b8962d1c84f46b54445679cdfa0a3ab16d1
  0f633579f7ce11"
