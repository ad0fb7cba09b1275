# 422 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
header.algorithm_suite_id 0x0146  # AES_192_GCM_IV12_TAG16_HKDF_SHA256
header.message_id hex"c7a05797d84b4dd2f644f6533fbf9abe"
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
    4ed11891b686756c1bbeaf7af16acbf8e9dfcdf8e14d009c052947c165c59f44
    403bf7049c4c0a1ba37e2979ca67bc1bb55e9180368d644eef1803318a7311e5
    f636595b11d001fc89ef25528bad9d318b6e7664003ecf03c40d6f6bcb4c1e04
    2b1d6746c531115683d4fc0d8a7b70125062454eb31011ee96c40903edd9934e
    61593a817a91fa1c676dc880d227f1cecdcac89fe26194790a8fcf61bd810769
    43d068c3c90e4f356f8e2cfdecf858a70a943951f71e1187e6c7c817fba35850
    023968432ec75427c6b2cb3120dd2ee98817c9bf59d6350e54a320d9784d3f21
    70cfe8d99061d916265b47e17bf13f15ef915a244b52e3be4689e9086bc232c7"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f40269e25a645a87fc5a1735596e64b7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ca0443"
  body.final_frame.tag hex"0a0d316aeeb5b527ba9d4d2bc6c6e15e"
