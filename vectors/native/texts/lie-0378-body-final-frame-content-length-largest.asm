# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"b5e81d6a4ce2e62604102d8e6e9aba4c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Amn7dhLS/dKgYd5wmXnV/oOyeZGZfc7fwynamy+HW/UVqhpusiePQT9DWybDOnQ6pA=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
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
    000000800000000cfe7a2d76d99bcd76e14703f9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1ab91aec50a9b948fb5c0d5f899bccd4cfe49f43388f828ee6144819cb4e8d45
    a999e7ce29afe6da24ffb6a3c44cf4a7"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"d63c2b7d0882f72812449c4b7fd257f1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4dd440acc93ec05b"
  body.frame.tag hex"e6a80354d14ca3b5a6c1fce946608f06"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length 4294967295

# Not read any further: the bytes end inside the final frame ciphertext:
# 4294967170 more are needed @ body.final_frame.ciphertext (offset 0x154). Hint:
# Fetch the whole message again: it was cut off in storage or transfer, or a
# length in it was changed.
hex"
  033c8c69306c4dc62980424028462738acf4c8cf00673065023070d3ef5e1c0e
  95367c52b239e232bf00f0d4088a67456dc0f8315e64ef41065abd0e58d21d0d
  adcafb21ea095e6a3038023100eda3bf2462cb39b2509b6a40150193301d1102
  9de4cbc45a027d30bd1e10ed9268feb116e7e7bce4a3931c90929fc21b"
