# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c4762958f3764c7e3e4ee0e758f43c302a4182dbc7baa606558045699619f880"
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
    000000800000000c9117216ee3767effdb5e7e1a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    83d6cce37aa33a2c7e316ba5ac322aa56541d2cdc32192712cc8460435d8252a
    7b15fc26d43f8b0acfc7908693d32922"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b3d4c3eb6c0afba27ea80559aff2ee715063c30ce0a72a4a6ee2fff810e3653e"

header_auth.tag hex"052c74016b8886b84bb50e003d0fbf93"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0dba4326c363b6bf"
  body.frame.tag hex"056963768be087f5ad9c35bed61afc2a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"8700b14cf5b7dd56"

# Not read any further: the bytes end inside the final frame tag: 4 more are
# needed @ body.final_frame.tag (offset 0x11d). Hint: Fetch the whole message
# again: it was cut off in storage or transfer, or a length in it was changed.
hex"5397e78478cbe584cee8e1a2"
