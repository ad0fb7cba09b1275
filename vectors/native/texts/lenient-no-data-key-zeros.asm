# 202 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  e4791449616ccb4f4177f8bd94aa5d25809cf45a588b233f4bcad5478beed07f"
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
header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4ac056d17b4096ec61d66afbcd71c9e8cd3045cd2ac02848e9dd4eedebfc9a7f"

header_auth.tag hex"6885c41c941adff8d2bee273fc196296"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"19336a523680a930"
  body.frame.tag hex"b3135e0e3cb159269181b7f7417e20fd"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"735f628b"
  body.final_frame.tag hex"1c18e4a88a41fb976761814e579f5215"
