# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"21068dc8324a3edaf4e406684db7b7b0"
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
    1f6c393fa492227bbef832925319c8040b199a9b7a7cd07aa3f19bff8ae802bf
    aa301fd50599717e28683e3592fe372dac1eb58039e13a965edfbb834c950f80
    8c0ef6a7bdf5fb04c80805b5c0c6c07feba6a4328cbeb8066f4d76677e0913c2
    4ea234d25713de3ae9263644885c93b2f7164814bc5dfad709ac1b9b2b2b0c02
    f082ff6d5cb5c7a160e36856e77c3b3fb77564bc04f892853e3cd09eea216249
    c04ed4989383c78107ab4ef5a262aa673d850134f2cdc7113da67b3e40eaecf0
    b8ed7b18e63e3a93357a98015b6370d99444dd9e419d85c2325f52734d8e5b98
    54b33dd204444cf0db2959342b5a41e2a2f97fe5255c78ee40009784ec0a231d"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"b2d895996d3af861c6fadde1bc28c8e9"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a7610e"
  body.final_frame.tag hex"7a958e8c133197ddaec7a59fb792866c"
