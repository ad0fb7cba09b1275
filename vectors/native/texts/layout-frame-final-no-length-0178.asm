# 263 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0f95e1e50d6edb5f16acd2656ce6f156"
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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c4860451e14f1de48d0e8566f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2594b571882d85c9ba93bde4e0c156d92be33c11b4ac56d856d706636969821c
    db7bcbd1a12ec4b7bfa852d1480747e2"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"1e6b165e8f52a9cf12f08fb6d10db534"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e6f79f1aa80f1313"
  body.frame.tag hex"53f0c77afd009e9fe40598850bf29460"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 911787729

# Not read any further: the bytes end inside the final frame ciphertext:
# 911787713 more are needed @ body.final_frame.ciphertext (offset 0xf7). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"5e250aefc2c3c06288d89e2e73373175"
