# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  fcdd3fb6cbd22eb7f3f46cf30222922f0ce8cfb39365a884d7d32cb6cd912e91"
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
    000000800000000c5e507100763465b381b8769e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5ea1e32a2b4e73927d6adbcb2b9d57ec4ff54381870bb03a75c239e2a843dd70
    5d8e361da572af624a96a757228a3cf3"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  82fc1968855d74f3828a5d7a44a34ecb5f280479e317484a537b677049736102"

header_auth.tag hex"612a3f9ab5dbd73cc7928b530860719b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"ea56827beefcabf7"
  body.frame.tag hex"038d7f53075b566beefaeb436e0d2de1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ff3ff44c"
  body.final_frame.tag hex"a18fc62f751ad8953fce66d07730e61c"
