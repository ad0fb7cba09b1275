# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"83fdcfafc8e713561087caf94f6e79b3"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "rsa-2048"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a4ebd9d4c18d42832073c1a8a8b44ebdc27d5c6108cfb34ff93974d2710a3cce
    4434326506abe6ba5052c6ceb3cd3afd3d38e027e0e7e77cb29f6111ece82932
    8707fef8e78eb8e9a0aefa26a19341e4ae58872bc82bb2365dadc40096b312ce
    c6b7de5b3b5ca9904f6d56b44e94a121c8a977ed7e70c825c45480cf4d99fddd
    b659fc2658d60c049d012ae8615bf347a68b5434a332be3c8bc019d068c68f1a
    726935ce8276599518c961d7f8a64f2063473e7203eb32f2c318711b700b6a8d
    2c9e9fee0700a41d1700cdcc0fdb117eab1187472a406380d064cb3a01c0d51d
    75de416a969284cb156f8745e57f84945368b6d52625fb5ab6e3586ced36e94d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"ce750dd4887695a3e2085b7e812f73bb"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"d35865"
  body.final_frame.tag hex"40723b563b3ed744ce8fa2248874b87b"
