# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"e673f597e204b80ffc8ad1e1938d9c6c"
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
    000000800000000c704283586394a21814f933a7"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5ed54543b890c5b1d2ef28e72d726d7632b8fc20c202ed04fa1621177fc1daf6
    ce4864b08931f30b3fdcefcb613776"

header.content_type 54

# Not read any further: content type is 54, expected 1 or 2 @
# header.content_type (offset 0x90). Hint: The header is damaged.
hex"
  02000000000c000000080000000000000000000000005e557817bab595b36944
  522c000627a900000001000000000000000000000001ec6e2d90be83fccaf201
  4b39b8c25cfe95a663a7ad674721ffffffff0000000200000000000000000000
  000200000004ad30e2800f351a2374324353a6411334b84de885"
