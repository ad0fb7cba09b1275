# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"6562f6bd7a3734c5aae112c486497171"
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
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a4820978ee62420f2a648763ce2d0da69b31d0927f90669362be5bf28e31b2df
    64f3f2b54400e88aa2c30d6f34eae3bab214c1f10dad8059a67f26c4567789c5
    86db4d91ca9db8f3d74f5ae361d60a80c79ad5ea0550af3d3ace334504a3e2d7
    c341953648d0ebf099a22697c07fa8e543e16c13ec16b2b662715725d9037ec8
    dd5d4055a44418b5956b72305568bb6be56cef5d4662e6be36fc56447972d1af
    365e2772839f499531a0159f72ff45404f0a2fb0ae9408854596a4cc254e3090
    f23ab9ce5d87e406fc4fe6726b60615b9ba8c88fa87c714265e04edcbfb14467
    191cf3a00536fd2ae7b8215c4dd3e13ed29c60c763d6fb822ffc609f7991959f"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ca11598a14c29717413dd7c7cb16236a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2b8668"
  body.final_frame.tag hex"12e3700057cd912c13ba94e57cd4b3a4"
