# 347 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4433676c64f08ac8db6b5c384d59b621a604f4a5569b94f3374305ac14dc7902"
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
  header.encrypted_data_keys.provider_info "k1" hex"
    000000800000000c4c42c4da91171f2fbbb1635a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    dc9424087aad669439a939ae471df7014599a98e97e26c25333637460ef69432
    f5ef9cfc0751a1cf6f37640447c98719"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  70f53e366214bc047a24023ffdefceb89a72b0934313bc560c50b412431f9608"

header_auth.tag hex"47e6455c6ff3085f2a330364c291f4b0"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"27082495783fadc6"
  body.frame.tag hex"2fa048bb9781f6b2a5f55aa202c2ef7e"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"867c63675e5bebeb"
  body.frame.tag hex"a872dfeb726eba4b15b6c2f9e3577966"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"dc595e96"
  body.final_frame.tag hex"4fe41d41bd0fb311e5749f77d4ec72fb"
