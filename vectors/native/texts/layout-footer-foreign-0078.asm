# 372 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"37abbc47a71ef151b3b1bfca4a298dac"
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
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cab84eda52543b40f459c3bf4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    35cdebae039eccb73c4c1aaae9bdc39e7f0273078545512f15c2c6eec177860e
    b85f7d4021880cd4882fed087927793b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ea776c5453debcbd7f6684e780eababa"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5b3b3932551c66fd"
  body.frame.tag hex"86e2c19bca81ce099a20312adc28c1ee"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"210ddc1b"
  body.final_frame.tag hex"541430a09ffa163b4e76b45d129ed506"

# 105 bytes follow the end of the message
hex"
  00673065023100d3e765ae4ed2ca2b8e3dec6905b24982bf63f0c10bcc282302
  72ddd10d75eb526f0fcf2b5e10da8317fac7e6b11ed43b02306afe2f2557d7ab
  bce8726156f77550e1ac57a06e09c86935869a753f632e563285da6101b0bb84
  5df80d187a8f8ac6fc"
