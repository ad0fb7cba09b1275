# 257 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0046  # AES_192_GCM_IV12_TAG16
header.message_id hex"
  8282870a4ff149954ce8adbdb7e177cb8282870a4ff149954ce8adbdb7e177cb"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cc4f37e5e157c7b376b727223"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    67efde13c23550e3c5f35a38d6574c99fe9935c715e92050d378b752fb7d0b13
    e002b62c65cbf369"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"e14706dce411ea04ef59482da1962450"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"309f70afec063e23"
  body.frame.tag hex"578c63c5e54734d0b2fac7e2b061b6cf"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"614fc2a7"
  body.final_frame.tag hex"b627f13684bce7d1b963679d6c3b1fae"
