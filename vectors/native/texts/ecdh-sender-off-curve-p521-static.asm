# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  9811f12ac69218b2c7839ef610e04060c275e08f2e8fef465375860ee41fd9bc"
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
    34be8bbb1c413e90000000430200000000000000000000000000000000000000
    0000000000000000000000000000000000000000000000000000000000000000
    000000000000000000000000000003"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4084d5177e2bfa7c6a95853f059f9e06577b1ffa652776a152d673b58511d256
    4daf51745240cbc58a9c81804b97b5a775946f2ac0feb4f77f3a60df3c10b043
    616c1a4fce50545426ef712b23e4fbb6f3e1e6a957e0bc08430c541eef00237c
    01a38451bb4fc9af90cea917a58f8e73"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a84c34cfe60040060018c39f2cb6be90f158e9eea31dea1a82f7351bbc9d1fd1"

header_auth.tag hex"fe6c26439fc3cf5c0d35512bcb382512"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"438f91"
  body.final_frame.tag hex"bddf1d410ebfddb174dce0fa199c229b"
