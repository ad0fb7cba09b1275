# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"8036b2f1f92232d21b9fe4aaadf48930"
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
    000000800000000c3c009d43425d55b0c3584492"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    380800bff9ba12b1885166e99052d5ad22011a719302ecb70595d76149565441
    fe810dbe3cf38be601e378c8b3b40d61"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"31def05f6666563f29a74528ad5c231f"

  # body.frame[0]
  body.frame.sequence_number 0
  body.frame.iv hex"000000000000000100000001"
  body.frame.ciphertext hex"95a0b99f0379b361"
  body.frame.tag hex"37d54dfd3e2742f58d51f6017bcbc9c1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f731d415"
  body.final_frame.tag hex"1d4ed9a549c4b780e46f56f2f685c152"
