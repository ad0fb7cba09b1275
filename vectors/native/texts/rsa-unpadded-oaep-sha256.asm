# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"ebfd98f5ae350e17dfdb2b4839701669"
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
    4405406f027720ddaedbf07664065d50f55d42caa8f1ead43feb49bc04620a6e
    3e0cab86c1a27e9b770680d310b47932d23b74f1ba0ab9846f99fa23e8594fdb
    71646be489d164a10daf4a29c34290294984af85e1493e1d33a2a02d3385869d
    e8a2e09ba3fa1f42a0aa49f7db48203ac8ef9e14f08570fc61f194b54120a1f6
    8a5121fb69e2d10b3660db29b1cf0edb3fcb9428de2ea581a39f731cdaf44fcb
    c0eb13e4d1426c78d5f0dff3d58f80eebab74ab67f5a64fbaa246e6916e23646
    258518e2a3e79a9425a813fa80224175f4dd9097bb22fb8bf8bef341971bb1aa
    09d44ddde88f8256a04bbfe82e376a552482849238a784651be68688db4d70df"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3146769be84067a09ce47e6e8ddfb2dc"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a620db"
  body.final_frame.tag hex"8abe35c0bde19e347c3af676f6ae79d0"
