# 297 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  45f175ffc6a4629b8e56e4b778835f0aa33f62451ed1bbe0c20797cda316d25e"
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
    000000800000000cf3079c1013e7870cebe590f2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    f301c09b5fa0ddbd8eea411003fa91ff6e9b5605b1d1727996b0334b70aa3f58
    efa1e611010c2aed2cc35d8c922b2ecd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  7382075f02d72d972d15a53ce9e6642644b8ce6d8e3ac03d228b643ffcdd9396"

header_auth.tag hex"a90289f3c4b531b19334bec8140adc1d"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"e3ceabb0a5466fda"
  body.frame.tag hex"77d8988942fcd3a787fdfc8f74b47ca2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c01d4279"
  body.final_frame.tag hex"308c8960143c111c36e1ff4111cec7fe"
