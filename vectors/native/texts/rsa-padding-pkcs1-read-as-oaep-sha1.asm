# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"37dea48cec3f965f6907fb4e2a1cdecb"
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
    54764e11f1123c283590b6ecf98e9d847a09f7caa04c5857822b71297ba103eb
    8e94518841c067bb55b49f591097fd14bd2b1db55a445ec1ae70fe09e4cc4a24
    4e81a06a602596e2260d01b60b2074d5e56c081d815b8c05535002769135c48c
    351ef98754f3705222bf63d970ff182ec369ab46578a271f82cc8ee759628eca
    f2cc1961863b5429505d1f3b9d68685c388726600967b7b4ff51b4c61ec88418
    8dc1ab09447d2560987b841add78507655210f4ad3ab44bf33336694931e52dc
    59d8b22f37028fa0bac20497f67935419a404909b5f6917970a9be9362918388
    3352985d6bfbe942cfad6e5a585a38c425d27cb454681987e3d9ee7957d4091d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"de460abea23a5d3568068300d81d2040"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"17f3db"
  body.final_frame.tag hex"3906624660be330c90eb5dfeaba7cdf8"
