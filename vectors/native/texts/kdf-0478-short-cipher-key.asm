# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c5ced6b34ab53adf993e0da872dd88a6cc15b65f5c50e1b0fa2ae0445b8cbc52"
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
    000000800000000ccb262907ea9071b7e4a17c8e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0bea31e129f05fb8a2b59a3a2e72c5ca96683db614f668fcf4b15d825d60a898
    9ba59fa10997eb0e2c28609f4310c29a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a9cc116b17ed7bda64a89ddd6120022334e8e5c464c8e57b659734615431313b"

header_auth.tag hex"51436b60bd877939bb80c8ece3dd66f1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"cc19a22b8b0c3e3f"
  body.frame.tag hex"3dc3f4a6f91710f37466f6de795562b3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d2c870b0"
  body.final_frame.tag hex"b1413fa2cdd5e1dfd9a22c6594db5e93"
