# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  295cceae19037473c015996b18179c9488c1b8a70dd34ed644139c8173844574"
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
    000000800000000c34431b143e3e8828ede8433a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0618e2659d8ad1201e428df1412612cfb28e6cd8ad8eaa51ce65cb8952f21aeb
    958bae4621b3d1140848871d253d7e49"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  0d5d1c9cb0bcaf05ac652a74d22b1b9ffd5c5d5e5c985d961e93c43f8320ce5b"

header_auth.tag hex"2b9de761a106dbd7bd66b1d16b380fe6"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"589953636ceb5892"
  body.frame.tag hex"a57ffef7d43e0cdcfcea9dfaa6bae9d2"

  # body.frame[1]
  body.frame.sequence_number 4294967294
  body.frame.iv hex"000000020000000000000000"
  body.frame.ciphertext hex"0000000200000004"
  body.frame.tag hex"cbf492d561faafa18d17cb4a6ff72d78"

  # body.frame[2]
  body.frame.sequence_number 3424067413

# Not read any further: the bytes end inside the frame iv: 12 more are needed @
# body.frame[2].iv (offset 0x129). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
