# 266 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"d304cb57a454c89a4eb6ba24f9049439"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c50728409a2326c6e61e77579"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b88b0fc4078865b070dd9fe62ac284644f5e9888cda2db0830c365da1ea98f2d
    f429a971e536f17a70c45458bebf7384"

header.content_type 2  # framed
header.reserved 0
header.iv_length 0
header.frame_length 2048

header_auth.iv hex"000000000000000000000089"
header_auth.tag hex"7f0beb304fdc65ce70d4721808a7eb00"

  # body.frame[0]
  body.frame.sequence_number 256
  body.frame.iv hex"0000000000000000000001cc"

# Not read any further: the bytes end inside the frame ciphertext: 1981 more are
# needed @ body.frame[0].ciphertext (offset 0xc7). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"
  024144acb6c6a8bcbd355bb1fab8e1fefee82f2c22b079ffffffff0000000200
  0000000000000000000002000000046e6ff1dd02b3ab37bb5cbd8191fbdf7303
  bb656b"
