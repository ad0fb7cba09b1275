# 277 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  3318c8a49bc0db548d83413f44a9de720dadee42dcd0836574277e5e72e4afc5"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "full"
  header.encryption_context.value.length auto
  header.encryption_context.value "x"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "void"
  header.encryption_context.value.length auto
  header.encryption_context.value ""

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    56e6b12937eda5dd2894a082bc0754ba56e6b12937eda5dd2894a0827e0c1a52
    3d4b4f6a8c910a1b2c3d4e5f7c59e92d099703da6407ce83180e7da68569e571
    1c935440c4e0e3396b16639db80ae9fd7261c7b084580e894a65dfd4"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  83e38c545a01bd4313a5f1c3f0a1668a9043d94cd9026557287fbcee86fc7ed3"

header_auth.tag hex"6723652e75bc72ce46029be6aa451932"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"475c64"
  body.final_frame.tag hex"7eedcda082770851b2cadc93031851da"
