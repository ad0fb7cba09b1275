# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"3bfb27758839bd1eb31c403b288b2da6"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AuGX8bpNWaiMdLYHClBtvLD6yK9Y1ygg54kq99+mQtgniup21yeUerFHXfXJvJha/g=="

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
    000000800000000cd1712f86e308488ed3e5205c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    8d44e0b43edaab6b95e108fea00b9c094a2cec3d561d2bb05fe47cc3c16aa729
    5cb8ad0cf63e2d8af1933c5ff84cffd2"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"a987e6761892ab1839096a7760c393e4"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"3ba62a9535d887a0"
  body.frame.tag hex"0df63a978b9bbb28b8d34ce33b2f17f8"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"cd2898d8"
  body.final_frame.tag hex"468efc1be9190fb2359ffb8cf617c7ed"

footer.signature.length auto
footer.signature hex"
  306502310083897f729a4afc99b9243b4a90d401aeb3f80889fd7cf7f31a8021
  e2e1221252b1b694cdc4b9daaf15b6f93bee04a62d023059ef0d8886e593b083
  f8c52dbb3f3adf5b23b42866908f913b5a66ae6b0bfbcb4ae0081fe06f238ee8
  c17f9174ee4407"
