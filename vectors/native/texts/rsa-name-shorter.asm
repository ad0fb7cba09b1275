# 421 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"53f1bc11be9e437ac056e8396e4df627"
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
  header.encrypted_data_keys.provider_info "rsa-204"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    29fdb2ee3044f6f496a5f82234907c3b0becc13025885079cc7da05061f03035
    e45098e64b8f461fec0ad977472236bf07e32a14d2a20f58cf6df61404c06fc4
    baea755fae7f406a840c5f2336c13410b99536fe326bd451c431cf6b935ba803
    03324695cce64eda7037fd84a1de5f0da2d27f2b453637c34456393ef9cab613
    fa8b63845613e433f9d65cbe6e28ef6053b784ee2d125ba98a1ac1abfb739bb7
    e1f5380f52dfe52a28e2a183ddbb506c87e039070ecd1de6c20713c889f4936a
    ed71574a86ec4e1ebe4439db04b0de574f393f3ec3b732627db8fce305c58cda
    5075960c20195e7e4f5d12cbc24c31355a38119b00b9eb7727c1e0796d0c7b69"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"937eed9baf30bb62eafb4dc23e7694a1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"2d9951"
  body.final_frame.tag hex"35cb7d4f3f41aa2aeed333198676430b"
