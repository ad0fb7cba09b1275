# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"b1aa3605bcbbea3d016495f387c70785"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A5yhLwdfhqfztZOOCQYk8e7RN0eJlFl3GBRs+TBCyYOB"

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
    000000800000000c1b98356dc3c335e1140ef444"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1131e5297924b59fa759dae8b3f74fb2b531dcf588ec03850c6907819a7878b3"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"83f13fbaf1b639de461aa0e9a8525125"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3f7512159a1cb534"
  body.frame.tag hex"2fcde2c7cae1399571bae727419af23f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f744f066"
  body.final_frame.tag hex"d2c3c853bbc949ffd537151cedce73e2"

footer.signature.length auto
footer.signature hex"
  3045022003c65f00aa13641c994822e5884d312ae21a41036a5c1fffedd09fe6
  8307b7e0022100e8d7f372a12759e3d259c570d4dddc587939506ddff94ada72
  5cf1fc2bcaf70f"
