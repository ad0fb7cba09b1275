# 402 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  301de8c69dcee792bd32e2f642c709577a79136437204735b79321d4bfad044f"
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
    000000800000000c86d4263d622f5c7b4f33f229"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9bce40f2931c1892f28a988ea0655fbbb967cf49ace51d1c8806219fe149d711
    26720c8aa8599889cf2608808e9f123c"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  acf13c9a8651bd29608d9c05e0db65f168219974719e16688561b0dc9379f1b7"

header_auth.tag hex"bdffc6e5f0b3c1919f5835460b64f633"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d96515aefbbb07db"
  body.frame.tag hex"859c6a77757899f0c339dbc4d1baa8c8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e9e1b84f"
  body.final_frame.tag hex"ede46577c6c377b6011ab4a622d2512e"

# 105 bytes follow the end of the message
hex"
  00673065023100d3e765ae4ed2ca2b8e3dec6905b24982bf63f0c10bcc282302
  72ddd10d75eb526f0fcf2b5e10da8317fac7e6b11ed43b02306afe2f2557d7ab
  bce8726156f77550e1ac57a06e09c86935869a753f632e563285da6101b0bb84
  5df80d187a8f8ac6fc"
