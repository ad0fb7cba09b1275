# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  63bb6fff2f5daa2864b5c38f239731e2a88f3fa4884f13da9e9dd34633a40c1e"
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
    899a54925ad3d106a9e2f0714b462b54fa5168daa7f6a8860b59ada1252cef6d
    dac9b1775c9f77b598f3e36d7ce7185cfd4c0bb50532b871b4dd2ba525114804
    24e85e9b44ad4b42ba41698dea1df5c750c484e32330bf1a11de5fd4c1279b28
    427b6dbf4bc0173a8dd7d042a6207e60870d451975494cebe802c59cb07a3877
    272c729ebc48d4df94eff01e27cca64ab666b413f694d992031d4ed2f324a390
    3b4b31b032a6305d58a67eb1a79e33ffd762a3ec9c4e237a7114b412fe86e157
    2fdfd4845c06561dffcfa0e621709f2e84ed5fcf9d17bdd922b1df93a28cb8c2
    ed32af635c37fa2d4616e7617b497569364f7aa8e407cc77c1fac5501e0be83b"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b5554f6ebceb9c82238172eb96a2c32cc16850aeae87c69c4291bd22ff5c7bfc"

header_auth.tag hex"888ee8989792cdff111d50055e70d8df"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"c3fe1c"
  body.final_frame.tag hex"f3c1012941372e314708bf0ad43bf64d"
