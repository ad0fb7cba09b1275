# 423 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"ddcfecd77947f0a3451aeee00c483f9e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    003dcef342cb5aa1224229b4c9544035351d814a3d1a01963f419e5cb740189c
    d756fbea6d4d8dc6b0f5e23e2816067149423f7e25d8b3a032c1b4f21b4ffd5a
    790e65a3dc65daaee0cb05c88132c67de50a6cfbf04c275f0a8687f273f825c9
    c1abee19fc430c8851c6a7e368472865e17f459ce79c4ad1aaa84ef55f7ecb98
    bcbe24710aaa0b95390213dcb1704d2ab1ec53fd81a3b92f3a7cae4da23bfda3
    a8f556d48178e0027ce98a8a510b72f97a3a74566cd18b810b19e25fead99c65
    423b1b298f6bc29d4794b5545bdc7e25739df38aa5f4164e71ac255b3e631041
    49ee0888feed75ff502216552cdc2d9c3b4456e56ae1a837a05414b88ac56d0a
    41"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"84f9d7017367e6cc7b47e9d83fd8df40"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b14d54"
  body.final_frame.tag hex"c7e69441816b805f088dfa46a224e4aa"
