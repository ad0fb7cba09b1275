# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"208742ad67d44f309e7fd3be3c3e1248"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AsX8pbcXoWPlmiow+NcpiFmfZsow1H2xkygdBU9i31+O"

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
    000000800000000c12dc2187b3fc7a2cc11b990f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5132d107b3d9e56c717b61b0d23261f1c9b72126f7b7112c54b388ab3bb4b1dd"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"68af0be9a910676c56505385c8ef7199"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"17a57a30d14ffd00"
  body.frame.tag hex"2551dffc889b1bc1391c14605658c849"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a879b2ee"
  body.final_frame.tag hex"2f30a5419032415e7b6d1c3536f8c048"

footer.signature.length auto
footer.signature hex"
  3045022100aa4760467655c3e364df4bc32006caa6bf4a001dda5df0089c14f9
  2fdf29498c022000ad85efbc06aab4f4b1e737dd3415d80bddf797cfb3cb9631
  025cd0d4d9d4c4"
