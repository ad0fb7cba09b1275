# 418 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"dfa312f68c846dd0810f40a024013d9c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0102020078df0cf915b21fe0d0e0436b88d73acd9937ff8d48facc5b37bb4ce8
    0ee7bc7836ea54468343e21092948f7633e8893ce93e2caf9a75f31e7334ac1d
    1fa0c0252f651a2cc38479e19315dd4cbd554061af2ca2903926c8abb65d59bc
    7fbac7b29efa930e3d404aa905194c230deb11b6a685fc206224645406dd630e
    c1e02b9e2055e03738da1c319909d2c9156999b1871e3e9c264cfcbbd41d77c9
    c06cad847a4bba245471b3ed8cbe6061fe0b47749ef82019"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"011ca59f410da9f9ae4ac2ca882e34bd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"538579"
  body.final_frame.tag hex"eaaef335207c8063136d5aff6a780bb0"
