# 309 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  c23ae404cd22073a49c186a2ec3841e0c8bc8c04fce3cee1b1dd3ca4b80094f1"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c20e88f47854737f1da450247"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f981654c283d97f2bb5370c254bd77ecd2fa308b290f6154eba2c499878b195f
    358b7f3abc76c993668b84ec2758914d"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a9bea249b9f0b94008309d26c2556e8c9ad323156142e9e5fb8a15dcca3602d2"

header_auth.tag hex"591b6468b0b12c8095aa02ba232bcb66"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c7807d9e29f2551d"
  body.frame.tag hex"3277c2d579f3ae515710aeb07019b257"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 4294967295
  body.final_frame.iv hex"0000000000000000ffffffff"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"85"
  body.final_frame.tag hex"c289dc4339d76c2f3db416443be2acca"
