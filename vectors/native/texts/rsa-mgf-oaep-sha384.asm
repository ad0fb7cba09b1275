# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"a8aa3a1b0e1607429a15412eace80910"
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
    046f9ba08a18cf83679c121da9822c205e79bbbd013c3b6508e75e176f023389
    5730b3ab1f71bf3640d70dbd6bcf44a0ca57bf685b99f3c5847dad95581a76c0
    4925e3cc4d3dbabf014ab4814dc183a001e0fd684ffec369c9490f98cb4b9bd8
    c6c259634fe338361c0ece9975cd438f4944b87ad04bd135baf6150c5fc58986
    3dd632844cad5f254053dd7c82d0e067e160c8a622a2e7d5462c26debbf2f255
    687a6156ec729167eb5a063638a9910fb633c3f6b202166e4905306f3419d43e
    fbe8225f4601e6fd0851d4f84d9ab21eaefdea416051ef512d912e46b9ad0072
    c383b67f2e5425c7fbcd1e18ee533e23b22ed9937d9f3b1bdce3e32c1cb56637"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e0abca781c9dee7beeab716d47f7bd3f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"766712"
  body.final_frame.tag hex"fa45d63453b1681c08ecb96507fa0e54"
