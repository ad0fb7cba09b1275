# 371 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ddf8b0103f066cfe7dbbe045e1d2d79a79939ab92341ca522d551303a715657a"
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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e900000000100"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2a9afbeca609ab495d6e7724e4b814e557483321fbb7e24664e5412963e69bb1
    2fcda324fa4dd3b98f48f7cd728652aaa321b2f5e0d120ed99b856819b0c9de5
    e435a31c87b115fdc8261de120b0ab9f1bd66ddfdf411c3168c90b9639e02f03
    2306c19ae130c6350fd2cd9a68b27971"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b439517c359aa82e78242dbfba906e790c1a97cc53f678761bc3cc2d3f27b5d4"

header_auth.tag hex"5ad113c6fc6e81de030ebbbf2a0fad5f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"185a68"
  body.final_frame.tag hex"ae2d2ea7f9374c8c0df4b048eb10667c"
