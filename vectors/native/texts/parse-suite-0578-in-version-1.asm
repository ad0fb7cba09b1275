# 512 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"708e27d8a19ea934332fce4f43e9fb59"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AlnoRei83b8IeGi6BkAbq3ZE4Eg4lzvBwc6U9/Cht3fQj/n1457ohN8K6B17QbGysQ=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cda185e27bc9c5aff363cebe9"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    6d4ad6b8b37044c954077570ae92cf914fe63b355b07efe13e9167b433598d94
    651db03b8ae853ab9c813e567ef76d50"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"5b9061e2ad1ee4fa0a8ef6e9bdf99b1e"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c2f075daecec9666"
  body.frame.tag hex"c6e3b0e57fb9e0f0588b55ddda0a9abc"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"3f4a01b3ef4a4676"
  body.frame.tag hex"1687f1e09aad1d8db889709f63c9ff99"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6b4580bf"
  body.final_frame.tag hex"35fe387af22d01bb85378c22486c38ca"

footer.signature.length auto
footer.signature hex"
  306502305eb082c4bdb80da2fd406aec80b39ade70ca143808d64f469a376c19
  d767472f3b4a64f7e9a228b7b41b5d1781d8f1470231009abac46c224458f62e
  e1ebba4912e84e274aeba4746465c7d4ba3ba8684999db1958264ca7c8dbe5ac
  20734e521175e2"
