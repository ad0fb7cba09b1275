# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  de252212ad91afa58bdfc7b664aa931f48debffccab7310f0994709dde56398a"
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
  header.encrypted_data_keys.provider_info hex"
    e165732d313238000000800000000c31e8d2131ccc8e78619d3f67"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    69d6972acb0d552bc99e8e793301f0147a8423865460c84f12b4cd04b03d3d94
    e6fd183501d66f86250050f72f5e79ab"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  1eb7a7b41f2072f346f8036f7860d4ee33661b27262ec44b37ce31d4fe36dac2"

header_auth.tag hex"416d5247f38abf94a921f485a76eebe3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"fdc3f9900134a373"
  body.frame.tag hex"59d2150bb33d86eb9bbfb9132f010715"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"25570eab"
  body.final_frame.tag hex"ea4e85f6866e3378bf2d2877a519d4ca"
