# 302 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  9d2bd14f02746ced4872f29754ab3be7b520d37fe3aff49f55bb9ff3c9f9f81c"
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
    000000800000000cc3547e4394b21ca22828f1a5"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4fa41333935f9df3035ed7c0853dab94b0afa21b06683233e28c84dac9a27dfa
    6112b3a96922805672d8228b8032dece"

header.content_type 2  # framed
header.frame_length 0
header.suite_data hex"
  0c00000008285e03279d46c65b70b4f33fbce2a9fb9e6166a25265557e76ee4e"

header_auth.tag hex"5e78c0a6d211851114064c49138aa657"

  # body.frame[0]
  body.frame.sequence_number 1963124161
  body.frame.iv hex"260000000100000000000000"
  body.frame.ciphertext hex""
  body.frame.tag hex"0000000001a82a9cbb396d764ed29fa2"

  # body.frame[1]
  body.frame.sequence_number 1998519446
  body.frame.iv hex"51d591f3ff4bfdf09cffffff"
  body.frame.ciphertext hex""
  body.frame.tag hex"ff000000020000000000000000000000"

  # body.frame[2]
  body.frame.sequence_number 33554432
  body.frame.iv hex"04bb2b04fa20b4d7ed66d17b"
  body.frame.ciphertext hex""

# Not read any further: the bytes end inside the frame tag: 7 more are needed @
# body.frame[2].tag (offset 0x125). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"fdd128dc52dea01b18"
