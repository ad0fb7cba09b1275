# 457 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"5debe7f18cb58d3e173fd0c779f5a710"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A41M1xcoictA6nzC+Nxe9aQe0Tj4X27eS4MPdPVerjusJXa7jnzyTKWGP28GaUvk6w=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000c29a68a3609e0e3d9a954661b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    32226b5665e8a32bd6cae8a800863381c485c244104368756f49c2f7870d286f
    10bfba427dcaedae"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a98a68a07e2edc0786d32c3eeadc175c"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"db5eab84a661574c"
  body.frame.tag hex"6f948e03693ddf59e8c1100c6eef86df"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b9936e09"
  body.final_frame.tag hex"8edc7026b57eef96aa5364d6432bbe3e"

footer.signature.length auto
footer.signature hex"
  3065023100dd1b165d76decc2f2994c0645a1ec1bf9034d109f081e8c0cd3be4
  fa79c28701fbbd76b7940b785ed264847cdde78093023061ce3978b071cd044c
  432ee1df0f6ddc29a001ad8c3e566ba19518618855b3dabb3c47ce862f339216
  dbf9b1452be007"
