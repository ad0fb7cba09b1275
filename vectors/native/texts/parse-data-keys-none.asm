# 257 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  4ad808865bfe07958ce719ac51312429012087c9947b2d99dc7a9586d36cd8cd"
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
header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b8df2b98fe816ebfcd13d2a538fdf4c6b7db9439037e72c77041e236371ae03e"

header_auth.tag hex"72d38bcec9bba7d3c9ae76f72129a166"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b7b73126c5bcff80"
  body.frame.tag hex"a0777ffae8a278c20a7c8477581eed23"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"89d09f1fd652d434"
  body.frame.tag hex"693c50ff01575ee24788dc1dcaca7a50"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f21fede9"
  body.final_frame.tag hex"8671448f8ea661d1632e2c2624694245"
