# 497 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  8469186164fe6d8af029ee2b04242cc27fdceabccdce22f0d7e8c1c01fda68c0"
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
  header.encryption_context.value "A/OSDOwhwixcKeocdahv5CEcqEU4EdJ0w/GLQ6Tqncxv/SVt/0oJiqIR5ORUCLAAXA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    caa032a977236025fc7db88b25ed52f12145da68d1c4ca07c85831cf7e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f7c931c2c6ff08b337ad333b81d342089f47a1465
    3591d4b6015ebb479461da4d631e6ae21d4b9441223a11a603bf8edc"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  8083942a6b1d532050d1b5ac9a32157bf509c104b255d269df20b7163f38db39"

header_auth.tag hex"af42c84ab195a9017f5847da66854f26"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1fb0cd"
  body.final_frame.tag hex"90a44d76a9cacfffd6f5917c4b06855f"

footer.signature.length auto
footer.signature hex"
  3065023100ab65292f1e5c4ecd911bc7ec445eca67b16df75794b009dbb9f2bf
  8b32634a418cd917be8a4a0d2dd6f8fa32840fa98c0230530e5f8f8011182864
  11b5ce9feffda6ebc73d1b91ef1e09687a299ac9de08b2976cdbea89ac2965eb
  4f3304a6b8b54d"
