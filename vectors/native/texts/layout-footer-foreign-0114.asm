# 356 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0114  # AES_128_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"fc997c4e68c5cd7a4fba623ed9bca88d"
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
    000000800000000c022770dba139613d2e7f7d21"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e4ee87742343bdfaf399415e4902a86a21f3e8262388ddce5b934ce090a66cff"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e79b88b74aba808d801f98ca5b2e5b3b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"4d5345f1b6027c8c"
  body.frame.tag hex"02befd04b7bf18da9d9e112a16070496"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"aa86d603"
  body.final_frame.tag hex"5985e25b252df08a05bb0004db66cc24"

# 105 bytes follow the end of the message
hex"
  00673065023100d3e765ae4ed2ca2b8e3dec6905b24982bf63f0c10bcc282302
  72ddd10d75eb526f0fcf2b5e10da8317fac7e6b11ed43b02306afe2f2557d7ab
  bce8726156f77550e1ac57a06e09c86935869a753f632e563285da6101b0bb84
  5df80d187a8f8ac6fc"
