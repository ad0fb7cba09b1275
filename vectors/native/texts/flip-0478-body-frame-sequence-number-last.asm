# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  787fb8f5a28fe3a65ca8d6b8d8be25f50812f6d3aa5740369ab1f10d23941ee6"
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
    000000800000000cd440f4658bb3652e171dfb91"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3b1577dde3cdfc31e2e8918819ad144765290358639bd1485b63958ca507c7f2
    38316c0d357280e7e79244ac8d39ca47"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4e89d957a1b38a228cd8152cf8341235918dbc44670bc8f6310b24fba4ffbf87"

header_auth.tag hex"197800c4a1612f3b4049d7ee59ae358e"

  # body.frame[0]
  body.frame.sequence_number 0
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c8c5515533096558"
  body.frame.tag hex"5474e8730f2b551e00cf039adff39a32"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"01a8368d"
  body.final_frame.tag hex"6e37640d242ca23b1087fe29570674a3"
