# 352 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"c002a4aca367434821713e71ae6e511c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AuI+N0GH5b5ZA//M6N0Eqf2r+m10pZN8Skeuv9rxuzzZR6SpOo4AN+ucdmpELidNFg=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c3b59589b2e0c3d3c823e2b21"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a07badf4423647d02f4956908547d51c2e29f15eea270ad83ff807cd29b2436c
    13cd39707a05d27b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"2f6a50c7d3c9b189db7a4417bdd07dfd"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"057ca71710a68f6e"
  body.frame.tag hex"90b2c8d32e6899eedbf831e7261b42a4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b3f1652b"
  body.final_frame.tag hex"ff596863632c1cdf64ecc56dae245ce1"

# Not read any further: the message ends without the footer that its suite
# demands @ footer.signature.length (offset 0x160). Hint: Fetch the whole
# message again: it was cut off, or its footer was removed.
