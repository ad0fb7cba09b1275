# 303 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3655fb793207f0ef1ce6d1fbbcc21213c607ddac66f79ecbd8182dd6becfc2e6"
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

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id hex"cbccc0dec9"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c82a23b1959b6880d13401977"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8236e8cf6f755610364e7a739c27a15b5abfed9d413edddd0812b1b3f87d97d8
    833194c39396a3ce6897320472023489"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ea3160b3e642fb5bc08a70acb30ee4cdf0cd43680ff5eb6fbb8fb2982669fca6"

header_auth.tag hex"b5040eb83016d27507313fdf36eefc3e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"75c1a2ee910fffc7"
  body.frame.tag hex"f3cd4fc7b874c34c87b2371ed994436a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f64901f2"
  body.final_frame.tag hex"0fa3ecf25e8889d127eac5f1255c70c2"
