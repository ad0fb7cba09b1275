# 393 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_128_GCM_IV12_TAG16_HKDF_SHA256_ECDSA_P256
header.algorithm_suite_id 0x0214
header.message_id hex"2554b78ae6bf6555178a22ce089c0978"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjNjtazeLM1Ky33I4PU0movMinruFlEMkfOheJEDAgZk"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
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
    000000800000000ca90b599afac94a95f4b629b0"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    292cd810629b4ba52c24cd3a321557a08d51233cefb58b9a0d612a913ba72318"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"df1993512367cd759872f8ff6f3071a7"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f049239c31ba4f89"
  body.frame.tag hex"ef34c3c16929ae4dce635ba57a7bf47a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3c7e037d"
  body.final_frame.tag hex"425ebdcd7ebb769147af2d27077fe6a0"

footer.signature.length auto
footer.signature hex"
  304502203269efb9c9838159a751d8381e7177e5b62b0ddddcbad48fada99bf3
  1eb4be3b0221008431b8e769f090b30cd2df641462b16ebd34b36efc239edc64
  047c4dc8a92349"
