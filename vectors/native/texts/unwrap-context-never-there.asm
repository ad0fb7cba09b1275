# 352 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4957c4bca801fc857efa1dacde4a0c476b02cac65cc4814d99ced36b6e93442a"
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
    000000800000000cbeb56623f1db3a10708edcd7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    86f54bf0078a51d7189e58db0abac767ac130b416b1a2e903a8f048e8d4101d2
    6fc4c4609373aeeb4c778102d48b5e3f"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2ec715cf7df4559a9aa7c1cab4bd0661ed341f9480362110e1c035ac3ce6ebd6"

header_auth.tag hex"33fe73ffa02dc1b7f0ad0e2a68a3b186"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7f86f7e171bfad12"
  body.frame.tag hex"853f9ba27fd09a157dcb6c7b2817672f"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"9ac9dc7cfb46d6ec"
  body.frame.tag hex"cc0ac3362606aec841d12ab210a7e25d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"213ba7fb"
  body.final_frame.tag hex"f9658f1a0e629d30e3c42ac055f3fc20"
