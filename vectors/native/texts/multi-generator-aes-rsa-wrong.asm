# 525 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"21e1f55cecab7000d253f21fec4ea8f7"
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
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    07c4da600c70e3fc5c888b60a8fc7bdc6b90c0b75cb09226d919e1370cbe18e0
    b6d6234992d780b5c77fee5019c6899eee50abba01f4fd5745fff4c4e1bcd3d8
    c03041fc39f6e5606eb0571a64e4a174812fa182fc55ad992a0cb49d7d03ca87
    09a76eb9dc14e795ec5cb342acd5e6b6edffe63ebf57b4abe0e17b37369720c7
    71d76f9a57497b892f2c3e42bd68a02ae5d46554f7eec3c82f3e5212375b5de4
    0578f97dd0c7480b1801d2edaedced279152dfa89c3c81eea8f5f6bf77e3eda4
    a0ef76b9f912d55e6ad20716e8d6110f398f9ba7734cf0f4316d92a4caece129
    1c429e2ef07f50b1aabe53f3c9f24f2328b448c0ece7ce1d335eb2b8a8f476d4"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c3b26271fe5895d4497635148"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bd89935829e7871b5b4e21b84386fb6f32d2cc668f7c429ebb7694bf88702982
    4142cb53d14c060c722367bbce343ad8"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3090a92d66c7f04a7d807a6ed9977549"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f9c1bb"
  body.final_frame.tag hex"fdb9a9b270dc11029a15652bf19f7400"
