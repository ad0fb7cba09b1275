# 521 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"ac114ab2d0116fe5e4774688ea6e3ddb"
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

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A2UF/KveRZrD7vm+KoJqo1owhVtwW3GCNeawIUtXYiSZVYWWYAcfNEYUVbyBsiL9" hex"
    0a5a513d3d"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cdeee3facce3197741fe2fafd"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ae423da19dc54ac81722624884bc6badaa8e426a7999fed750021a680ce7b4ec
    d028dfee30de72e201169cc0dcddf36a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"88cfb7c965b09ff7c6cae5f7645214d2"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"0137c841df2b600e"
  body.frame.tag hex"46b83c436b516c11f68a81cc9a35a7ac"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"fa451d5c96464633"
  body.frame.tag hex"1d3dc459e1259cfebfd9a5677527e23e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"eaf25933"
  body.final_frame.tag hex"d5f36ad14e42e9a966352e9b48e4ea70"

footer.signature.length auto
footer.signature hex"
  306502307cc954728539a16acd1f4bdcaec30be7c6f61d64faf17223a754901c
  0a4b4b9a8130e918ff4d2bff4266e35d4cae4249023100c2b47b61033bf04672
  30607b9d0d817a320e0727ed64cb12734b653c6b13b7ad7a43e0350821c008af
  8fc3f1d2d980be"
