# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"85038c0713c7085e3d1ec733f1bd5360"
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
    8d7a710748571b42713b90d61173fa6ed6139114e28f6073587eb3e363c95163
    013b30be66fd53e6d46234744d22ad70d6b3d6c82e445ae35bbc12adf7e2eb7c
    addb16880951b4faddf862edfc860da998055f248df6999ed7e81ec1a98b76ab
    73bd8cd77e8a8ce0b910fc73a3ebb0a401f69a70b7a8dd0c4268a8f4b430f455
    0c44b93d3f0f6a86d5a079b10beda345be2c786d76e8ed05e97c63dc0cd4c325
    3037d91935c5a789e77704184df198b0020783d6220b1ed3f740f68bd457a8ba
    ad215c68ab7a2940f534b0310d751387adcea437d0e1d8de886e4dea18cce41c
    3ea97e5b9ab3760f04d7add36c83c31125019d254a34467fac7bb3fd407113f9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"00b1aaa15ee20216d83100efb92ebb27"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b5ae5b"
  body.final_frame.tag hex"c5907f755c9fb2de490c5907c13f9c51"
