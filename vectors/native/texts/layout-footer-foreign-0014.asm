# 356 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0014  # AES_128_GCM_IV12_TAG16
header.message_id hex"ad9b9636ca94b021575ae3e007a2825b"
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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000c8fb4c58c8f8e0301dc60f42f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a6f0f8290a373d7e3e78d3835cae0ced0df6bc4b222346e44c14cf9ae1b9fef4"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f71546a281d3b5a76cdc808220a00303"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4d98b01e760a14e4"
  body.frame.tag hex"afba1983eea85064eb9bbb4e753befe9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"de765334"
  body.final_frame.tag hex"f0df46e497de5bb790ff350bb25890f6"

# 105 bytes follow the end of the message
hex"
  00673065023100d3e765ae4ed2ca2b8e3dec6905b24982bf63f0c10bcc282302
  72ddd10d75eb526f0fcf2b5e10da8317fac7e6b11ed43b02306afe2f2557d7ab
  bce8726156f77550e1ac57a06e09c86935869a753f632e563285da6101b0bb84
  5df80d187a8f8ac6fc"
