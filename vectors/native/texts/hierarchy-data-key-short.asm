# 404 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"7fb375d92daa6c8b1a8a621558d32263"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Anc4fc0B9ZNu9T0wrtM82CwU8FH7hWdC03O7Ls+WxnnTe2X698bOd83TyMl9nRw8VA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "aws-kms-hierarchy"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "branch-a"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    10707e8372169def7764958de6dea40184f1009165d8d6e7480c56b87e0c1a52
    3d4b4f6a8c910a1b2c3d4e5fefdb5cb41220bdaed686e164eb01efe41a6d4c7b
    d0945f42"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"4e5455c16366337001246b1d75eb28a8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"1b5bfa"
  body.final_frame.tag hex"d685011b7f070d6e7697825dbea74f82"

footer.signature.length auto
footer.signature hex"
  3065023100b76a7a9a4e054848033bb72f9c919327f430ad5b7725db3b18977d
  db4a8a2f8c032f72059e71dc0e5c59151781df5323023024d08d883562743096
  fe93571b877533a4f800f937b21e17963133bb40d0e52443dfe734c94c74c717
  70f125e95d9069"
