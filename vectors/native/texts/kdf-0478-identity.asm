# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  135608fc7cf9576ed7eff92a24fb92a8f2f791db8feefad53699b2ad4942dc1a"
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
    000000800000000cb3584594dd24df0ca65623ae"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    67b6d4095cc3218e58864b0694af8d70ae5466cb1ce046752d62b8c875cdb695
    02c094e4f31ce0e12c5b87626923d60a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  5b2ce5df5743d9641fbf42220a8c898ba6fa0926dac2a8edaa03c1d0bb26cbf4"

header_auth.tag hex"26a44ecb93fe169dfd2baad818afe41c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"b86ab7cd6de01cd0"
  body.frame.tag hex"c1c288a6b112820161ba8c1673a6b8f8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"725ab181"
  body.final_frame.tag hex"3eb99de2993a7fe7e7a51cb6322fb8d4"
