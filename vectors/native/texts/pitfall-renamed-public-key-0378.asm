# 398 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"f42fafee05270dde16ad697c4ea12f5e"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public_key"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

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
    000000800000000cb2aacae8ed3874b565c66c8b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c5ca1670edaad58501c8a506b93cfb645f26ece1f70014ae84d88045eef4a7dd
    d454fa36be0b57f8c0d4247e7e575a71"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8fd2d70c88d7ab5e603980113e5c0091"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"144a63ae678136de"
  body.frame.tag hex"1e00933af6ce67219c6247e4f53dbf6e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"479621d2"
  body.final_frame.tag hex"06020dea270d14e6dca4dafac2b3d7c9"

footer.signature.length auto
footer.signature hex"
  306502307ea0099e031bed23895dca5f1984678b24c6cdf04c84bb7f2ff5ea0f
  3ec89edd5de9d8b333726ead322544bd9ff2dafa023100bbd438d074b3e06d6e
  78640d29f6c4d28dac19c6935d7f15ac5fc64184060762e6ef2c967d37f00a72
  6ecc6aa8a4e778"
