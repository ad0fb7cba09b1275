# 394 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"efaf3795b3dc189e7399c999a4bd0440"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AmsXMKacuXxpxElSwqIwIERLE0pMap2Q6FoLT4SQCzKl"

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
    000000800000000c3bc52bcb302db42a6c2d7a8e"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    954acae1dbb8fe78678a9d9f02c5a16ba5b442ea1cf373c321e1c48c6c7b12f2
    8e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a98603749b4d2858287c04b38d23214e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"2f3945333b645341"
  body.frame.tag hex"fd1996b5862242c1301bd901e22cc89f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"74af5fc5"
  body.final_frame.tag hex"a611418fe0014b2027885b6b2f4e08bd"

footer.signature.length auto
footer.signature hex"
  3045022100f5d66e9e6532644fe44f6925f7e20ff73ffb5bfa0d2a4acabfbbe1
  d3ef099b630220164b070d67bd592438b41f7ad2aa6bd6a14b7cc505fda22de6
  4eb1401d26e7ef"
