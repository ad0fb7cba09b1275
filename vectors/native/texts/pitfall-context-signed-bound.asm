# 286 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c557351a6965a07909b468c7444e82bcfe09647c6dbbb54429563fc82fbe053a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "z"
  header.encryption_context.value.length auto
  header.encryption_context.value "1"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "ü"
  header.encryption_context.value.length auto
  header.encryption_context.value "2"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cd227e8aa5ec03653f7be97a7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c2c0f7010e3426c073a2005870fcba8f0cc2d807876bff785ea963475454f7f2
    b7a95f8a4263d5828f499fb299c85fbd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a908d27c400313e54afb296a6b0d641f29442da6911351087a3e345ba0ca1cfd"

header_auth.tag hex"2624dd79162f6cbb1b88b350167e0198"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d5a4178d8a48d2f9"
  body.frame.tag hex"3471f726209f1ebb9a358fc61d742d33"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"46cc54e8"
  body.final_frame.tag hex"4ea241f0d7629e8ec314a817c2590189"
