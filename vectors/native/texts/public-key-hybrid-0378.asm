# 584 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"eb3d864f61bfc8501bdebca745e07ffa"
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
  header.encryption_context.value "BkVn11Z0z312SBKgXczQ9xfpn+PM7BCwWWsRrz1bYWdOn3x4VA7sKTk0tmgq9pHFVRuZ/3tWnqd0aJ1OrIkf20B78+gkR5A8BwjnCjkw3EEuaTfS4FbeZOU3eBuXAn8v2g=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c1b6a8b651506ff3991d52ffe"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1902560dcfdf784eed8d18e3ef4595a093c2babcf187386594dfa235f98bfd29
    bfa0f032bd6b64feea98e30daed29b8b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"31e18f36c264688e39f10d7310def7c0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f6ad130b16c3f85f"
  body.frame.tag hex"d3759e62a2f2cce1fc80884df0f1c901"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"ba60652702d6a2c1"
  body.frame.tag hex"1a46c05019909b1c2c1a4ec9612823c3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"094924db"
  body.final_frame.tag hex"9e3875cba827a58a13dacdef1aaa4035"

footer.signature.length auto
footer.signature hex"
  3065023004da90c8bd467c8d976777e0a1a52a8504e56100139b36f9f0bef4dc
  9515fb8cce3eb8fc80ea6a916a4b4cc1aa754ed1023100b18582c944900f5865
  6275ddd86f1551be29d72dcd38fe03848b383d4720a9a379fd4ddef32ce3f603
  ee46e94bfbde81"
