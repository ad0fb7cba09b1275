# 277 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  5cd1d16bf89669227651609362b83d6054725f8c9eee313e7f7edd28c9b13cb1"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "full"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "void"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    82aa217cf285a89e779dd3f907c47efcdafdeebf2b60cddb161969d67e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f41734bfe1751d352553c227ab64e1e4627155b71
    8c19c9936a7140b9d3ba16ecc0e318436acb333ace7f6083176ac2bb"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0c3febc205f33dbdcd1eb3f13376049aa832964c6868ffb5d579dd0f04a2ff55"

header_auth.tag hex"2106021e1f2394a7d58b49390e5053cd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a6cc62"
  body.final_frame.tag hex"0d8ef993c9718b1effe38f04220c7442"
