# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c68b93d7f1141e4f0bad1c3cf185d039e67e6e41424375f1d1cab4a33cb65d44"
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
    000000800000000c1cf67d43903a43e382c2b127"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    eb9c087cd457c5d25632a5e891ee9dd740c28529c72516923fe16f565ae5248a
    efad8c1680de9585d16105d39ba4fe73"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4c99a5052a9041b651505138f8a9c76c415e0075b1f94ad1ae36a1958a40ffce"

header_auth.tag hex"a6baaf05025af0692a2e2eb8bdffec80"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e470ae8d5f66c2ad"
  body.frame.tag hex"ce1a0cda60181186cfa7b99e1f3a8a90"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c43259ae"
  body.final_frame.tag hex"5d9ad2275978ed356975c552a01662c4"
