# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  711fa149395357f823a1bb7a97ddb9a4d9e76c375afb731004129e578854d503"
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
    2880b4a7fec66f4e4b726f465e82def046627aca5398e5fde83d6a935094c5d8
    69f5276c01b3bd9997eed3094c439120fd5a3f1f1ad3de7f6997ba74d7621938
    d11f7521c2484a5e2d59dd7014fbed8b2457a379db71f2c115cb4ce1f2f11593
    6153b2945a0019978cebddd62edf00a8860248f0a3893dc502a64b0948bf303c
    fa9272a70d07086e1485d07791f91ec1d2e4830b00251aab951bedf391fdf24c
    0da6f1058e06315305c658be6a2d58197bbdf98a5c29ec59012e46529b8cc25c
    4136879a42a9f2d094eee639f97a55d4e14e5c94088022a32fcac5bace7dd71d
    63f74a4947bb387e66ce570645b56c1f89a342b3e36f48dafcc606aa78ac1361"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  cbf08d91118ca564e51dedbe9a4bc55c610609d13a6f1611af5054b15845b2fe"

header_auth.tag hex"e8895f20e3786cb375cfa3b11c7f327d"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6dcf60"
  body.final_frame.tag hex"71c42fdeca572edcfcbf639a1e7a6097"
