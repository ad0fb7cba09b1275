# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  b79a50c091a8be846cdda64edc313419508504fcea3d389b153ae1762a7e4376"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c80584bd1f2cc7a371885065b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    456b64bbfbd0c3360bacaaf9226bf67f5c1deedda2e1bf44bfe0531d39997b27
    64db055ba38805f23f7ba717fdda99bf"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  093a389dbd615374fc9280d1073955fb97f758ac54b34dd5cfaa8e5b45c4058d"

header_auth.tag hex"9f703ab65534eb904e043a9d1afc85a0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ddb488f56cf9ba72"
  body.frame.tag hex"1819475ed35add53962c219850e913b4"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"47b825a1309e378c"
  body.frame.tag hex"e108409d0c444eb7c03a84af4d0eff69"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4183a499"
  body.final_frame.tag hex"a3656ca493213afd471237e66ae7dfec"
