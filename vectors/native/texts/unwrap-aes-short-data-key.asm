# 336 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  d948c1cca8e6366ba504f7b0085f6bc7124063d77a5114dadf8ec9f395e87fe6"
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
    000000800000000c430901d89d3525d1755294d2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    312127e7ee7e17a037b773e7e858f0c6cf30fbb8fd9b169a18bddc7660586a0f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a864b7359e566d6aa32ddd83c656b6cc0fc41b84722362995c1d58cab9b1de1d"

header_auth.tag hex"30f7398a6d66cecb6d7dd7ec28db1efc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"57e76e98e1ad5048"
  body.frame.tag hex"4e6747f3598631e44e9992b7b05a989b"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"da564ecc2ebf18b6"
  body.frame.tag hex"a3a41698ff78e6025e85f3a7d583ee0e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e043610b"
  body.final_frame.tag hex"c7934b726e99674ee152763cfdd8eb55"
