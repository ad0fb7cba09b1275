# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"0479cc28d58b5663b44c039ced87df0e"
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
    9e36fd137c16c1b0ae741b117cbe099f36202e83cd9e2cfa8bd71c4e04e687e3
    73002837edb812776a4c82a6c05e97c737ed972299a94b47facb9bd95847dfd2
    f8b01341ccdfafd2c9017e0df4da8ad4f886f5c6b9ca1ea32f152c6c01150a7d
    2ec8c8749793825147374e9b318e52d592669f8b8e71ff3752f30797039e0223
    2cb80739134c8a0eb256319e46b0c78b749ec801ea6b12e3ebe8496984d13302
    21c001bf34d66fed0f3c64ecb89a1b28fb247958174d5c37a5aab76966c7a149
    311e40ca38942063dfe729607808477b115acbefc76ff2badce8dd7a969144e5
    3818b37b2991b903e7c160085d3a1c8e192061e4b56e1b29983bcc9921be2c5e"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"0c61eacc8f89180a09514b6b77d46e48"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"14346c"
  body.final_frame.tag hex"96f170140997fe5b4bc9664bbc1b97c8"
