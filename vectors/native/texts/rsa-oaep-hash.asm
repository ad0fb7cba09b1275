# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0078  # AES_256_GCM_IV12_TAG16
header.message_id hex"cd785b75f6674cee1efe883b70f972a8"
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
    2b69e7f03d331d9b5b342a2729705c89dc51544f287876c036230ca4d9c3cb16
    ba2ba308e379421f8580cfafc8e2aa7c1ddbc0f47dde75a59d49b073e062ca06
    2823caf7261323ab947fa268552aeb016e020ce903c00b8871de016fac401b0a
    408624c8b09c32bbaaa3d64ed78ecddc0d45ab1ed52db9360fea84f0bc61b3a2
    ef55342df0ef7d73306b8c6e16f88329a2477075488ebd8da0791d295d7b4c21
    58f5e9d83ef677e15390c155fa57bfbbaa84241c22dd91ff4e4210244dfcc245
    eaf935a977b589ac706e2e2f6fc1bc13b428d662182444c03a3b4a1a749dbe29
    6a5ab9ef85f06951063836ce52d4cd6c59bc980410b9a9182a43fceb85a2dca0"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"1df15ce1c38ab0c5a30218d9ae00dbd2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f0e526"
  body.final_frame.tag hex"46048029a08572c2e6108459c856fa03"
