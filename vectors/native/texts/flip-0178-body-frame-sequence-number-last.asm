# 267 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0178  # AES_256_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"2d4636c14385261592370cf9d7a7fcf8"
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
    000000800000000ce188ab2334016ddbddf8d8a1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    2fc7bfb73c4b40cb86e99a5ef8b21378d7efc399e0986fc1083b7c8d42d05e97
    1fd502aa55488c329158f6f7c005f1a3"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4259765eef5bd8b13521140f54c4e9f7"

  # body.frame[0]
  body.frame.sequence_number 0
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"005d4f23bf24f971"
  body.frame.tag hex"95c6ef1ec2d67951bf048313cfa4e47f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"21f51101"
  body.final_frame.tag hex"e798eb301045da28460eafca218321ba"
