# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"b3b03ebe37ed40f256238e6d7144b99c"
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
    000000800000000c043e51752aa623cbb4a610a2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    745f7456c7382fd433059bc2df1473725354ff5372a4c66eb133ce01113e4759
    ce3148389f206b4e308828d8924a0579"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"01642ee819583b4b5d0350df54b62cbb"

  # body.frame[0]
  body.frame.sequence_number 16777217
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"abcff59a0680b436"
  body.frame.tag hex"cbf6d5b9a2f264e3d8f0fc75182fec36"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"bdb38ab5"
  body.final_frame.tag hex"9254715f22e1779197aad854d5ca55af"
