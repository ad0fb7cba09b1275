# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  93001d413ca5fdc6617a5a2fddb6ce75ffeeffbedd0e9608ebbaadeb74251b11"
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
    000000800000000c01c3b99ed3d2246f8b8b9c87"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    3c3a66a8318a9226b948641d97d59c65e3395b427ae1580daf67158133aad50e
    3b88407275f4a13161d8a7adb63bd54e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  2eb2531dc876128433e63b495154379d4ffc2540f1cbc63181f4d28f24f48250"

header_auth.tag hex"61d6327e750717d261f54f8dbd93fa9f"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"15b1df02da8eaec5"
  body.frame.tag hex"2794abe7e0c5fbd30938a70cc4ef8b3a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4ed43c99"
  body.final_frame.tag hex"0cee904691b4e820078020fdd946555b"
