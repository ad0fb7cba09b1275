# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"a647b2f75f31709b96ea49be267c6711"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxGPRG+Kyg2oWxvBXHJ6wJzwpHEV4YLsOwId3dr3gRT8"

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
    000000800000000cbee5ef0fcd18f8affa9cc2a4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b41b3f8390087021b8528f946d34d5721d2d64ced65f269d7a6e51fdc296a752"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4d9ae5176cd7471fb147f8eefe5c9b20"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"d21e11d8b2a2d5c2"
  body.frame.tag hex"ec552a1de4eae55e90c09770cc12eb13"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"695edeb2"
  body.final_frame.tag hex"930098c0e88b7515f44e15a2965dae1b"

footer.signature.length auto
footer.signature hex"
  3045022100d5a042a14848ec108e9913fc34fb539e5f7e16e1355ed5188436f8
  a4fb744bd302207dcb986466146d1caab4b0065759398be402d73d8f34a6d103
  75c8e375145397"
