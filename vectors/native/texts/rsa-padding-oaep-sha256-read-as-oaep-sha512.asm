# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  5272b80e393961bcb09604a847c908853e1113bf50fbabcbb48d73a412364af0"
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
    49eebc2f19487c82df9c52fd4320526414932143430429e72a4ae759ee0c71a4
    b186943988ae1fcd29011c05cfbe9b16b9db756b38582c37dbfd015aea774420
    3e6142e0056ec7ddc5e7aabdcf27424296f051db1b49d11952a668f8c772257b
    7d4ad20d4bf2eeca2efb9fcfeba72327722c637b635ad0917048506e7f0839f0
    d0ab6edbc0c9f66e2347f00e060cf9166b2c50f1f4bd165ae6fb509c6edb929c
    aa39f64637f833d2670337a6f05fb35578905863194fa87834503e6d4fc4c744
    cce5c9549958abc4b6036fff976f84755b1c20182681b96b8bb3d43073944981
    eedf9ba069ff7ea03c8340a6f60ef34113b12ed58e0c3bb5300a3158d04a1054"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  9e109a531c9b6ee1ac44860b6b3aa895a438e935ce2a2ae4f6ecfabcf435212d"

header_auth.tag hex"6caf15f9183837fe8177eb0fe060d494"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"081b0b"
  body.final_frame.tag hex"30773ab212054831ea7534b60ce7b6b9"
