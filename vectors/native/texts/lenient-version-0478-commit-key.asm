# 299 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"b688a99acc29754086ced54e637bc85d"
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
    000000800000000c0876dc12423987d58bb65944"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    69925afb1c699456f311b15351effd6152fa5eb12b9c79ec55c53ad281a9a42e
    ac193093dbf6e1ace7a879e0902f6121"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"f6b09c230978508cc3e358dd"
header_auth.tag hex"c2a450e5cdf553991e2be6bd3814729c"

  # body.frame[0]
  body.frame.sequence_number 2052371060
  body.frame.iv hex"000000000000000000000000"
  body.frame.ciphertext hex"c38024e229774b8e"
  body.frame.tag hex"e028ac16f7bf3fb40000000100000000"

  # body.frame[1]
  body.frame.sequence_number 0
  body.frame.iv hex"00000001c7cc08ba12e72fb1"
  body.frame.ciphertext hex"be4ab88ed7f5e9d7"
  body.frame.tag hex"de9a2f96f5f45d3dffffffff00000002"

  # body.frame[2]
  body.frame.sequence_number 0
  body.frame.iv hex"000000000000000200000004"
  body.frame.ciphertext hex"ff068b9d24f29b0d"

# Not read any further: the bytes end inside the frame tag: 4 more are needed @
# body.frame[2].tag (offset 0x11f). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"1dafc5328d72101fe1143e04"
