# 272 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4793a6ddd02f8f941d56849cb41cd5b022730d3b36e4d9b6523c17e094ba10dc"
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
  header.encrypted_data_keys.provider_info "aes-1280" hex"
    000000800000000ce8a82fc5fd8ad62e48de64e3"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    54d040b5d36eb285f126f5912825e7a839e96a49fec0a698ed93b5628e74d917
    a6609c1a4e934ae4353ad13bd0b496dc"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f1cb8959d8ed324cb98e28262c27422839a1dcb1092df2fcba4216863992be49"

header_auth.tag hex"175b215bae69e14f3e14f3405cc4c6ca"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"acdea7"
  body.final_frame.tag hex"76bd59c7f121870433a62d90d92a8d0f"
