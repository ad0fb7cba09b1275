# 286 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  ea2b75775a64764367f53de57ad590da810f469da04e965d59ece6fc211906fd"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aa"
  header.encryption_context.value.length auto
  header.encryption_context.value "1"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "b"
  header.encryption_context.value.length auto
  header.encryption_context.value "2"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c5d5ff5c250582475f9a46a28"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    88fc604ee6d5bb55d2e47ca3ccb4863f8415ffc3db462b4d7dd797a989a75ded
    4cf5db50806f67a5421684b0d4af315e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d5719a55dee4d2a1b2b872138cce585234b426d26dd1b32525130d119a11ffff"

header_auth.tag hex"12c9a0be275ee15c0aa6a0e420350fbc"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"45c80beca8122f64"
  body.frame.tag hex"6a5d134d44b9d91e295af54db9d2bd22"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f5056715"
  body.final_frame.tag hex"9e65dc60c5f80ae0e5aa04430c0f57a3"
