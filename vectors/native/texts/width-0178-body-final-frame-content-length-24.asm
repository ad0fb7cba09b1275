# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"f0c4d717e88614be0e96beb920c86015"
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
    000000800000000cfd6e5472ded94396d0872fa4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    7002ac2b3174b00f41e725c467935fedd4dc98ca23e82686b09245c422e3c724
    c37b70f81b61e1f783f59ca450c5cdb0"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ea3755c9f0d553fdc4a31eb1ec8e16ad"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f9e90a9499ff03ff"
  body.frame.tag hex"2445c8752caa448809b2599d29eef827"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 16777220

# Not read any further: the bytes end inside the final frame ciphertext:
# 16777200 more are needed @ body.final_frame.ciphertext (offset 0xf7). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"bc91e8d06f20557a1523950fcb2728749faece8a"
