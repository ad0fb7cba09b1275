# 289 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  bf479db4e3e9dbf0de8e5aeeb74a1f4c95d14f8cda096f080feed48d6f508048"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cabef084c80839441686ba605"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    23d7a897b5fedd885a00d190858a8f9ae3fa1a75ab219438033654c44cddd3b2
    b7226703f57aea8f6ab5a70dc23e4d0a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  de6eaddf026a68efca4f9a810f6473f88cb73aff6321554faa390139718bea50"

header_auth.tag hex"49345441145136b36f038cbc9da2701f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e95a140680ca224f"
  body.frame.tag hex"ef1f55765855e9ee0166b7830c291384"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ce42ee66"
  body.final_frame.tag hex"f7f2bf88a3f189ae0175e6f99ba60432"
