# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  2e32b517941ea8942825b826099c7ff680d3f38e2d43e549d0fbe37b771cfef9"
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
    000000800000000ccb85ddc88293ae2454570034"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    bc1b4c40b464d4881f23b10c85e61abc12b74dd3bd35b9561c2e56b049cba8f3
    294621b76e36786be020004e094451f7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  7f80495fd7674930d80f6e59056796ec00000000000000000000000000000000"

header_auth.tag hex"899f4409a0037c58f8f83cc4f2eb2761"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"9a4f23b084fc443f"
  body.frame.tag hex"e7057d7225d4cab3e80b0a86bcce483b"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"aa06c4f9"
  body.final_frame.tag hex"6a87abd8c0dad3430e3b81d5d20b7030"
