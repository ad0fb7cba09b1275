# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"42dccc3cd2134df4649f98718b3473b4"
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
    6789514dafecde6414d6d91e9e7f9751e5075536fc95cfdc7c0188b9db0bb362
    3278b36c678f0226c90e9a05c32759a35b28d652601d4917aad0705120336500
    0c544d8e8d4f8d06bf2caf28867781b6b0c9cc2f03b3aa170a6353c136edd460
    530d132556eb49d4167cc140f71afc2cffbf59687dfc7b379401d6a4d867a61e
    0316f94f3fadb80833f4189a530f7054855bbf9c0a61d083de8f6f3fac792085
    f4240fdc7b535d644bc642d475dc9f56f2b6c04353e649dfb70ff6fe32742dcb
    35c06cbc25f0ab442dbdb22eaa5f1badc0a8dabc24ab8aabf6c66d1ad097101a
    1c0e167ade9156e06079f5423454ae71fe4397914b681546afee62c62e810f22"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e00e4a0aa890c212eb087943def2803c"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"254547"
  body.final_frame.tag hex"2f4d8e76335184bf1f0030a6f084965c"
