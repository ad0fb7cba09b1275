# 452 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  291584bb7e82e22b4cab36cff8fbc238b0de9532f648ca9b515453d8720f2443"
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
    893352885e8834396af7245c1b61c3bee17d0dbcc7239fa3ae09f08d764efb56
    c0f3415db3d5540ec29b45f934e8f7699f6317b1cc12bd194980f0c76471c87f
    0b2ce1c73e04007404dd78f6a1d5b61b83687adacf7902d48d3d61458495f448
    38cda249d7da8ac06bae767104eaa122268db3c73fa76bd5f9b1ad106984ade3
    a3d59dd0f3e52e6f6ea8ccecdcbfe81b356d1eacf0410185645497ab4f5ee72d
    5d70334b2f7ed09503c588fe11d18af8703d3fda71c952dc29addacca0466fd5
    f28bc5c509a7447cbd0687d20c2100012f52f335e0e778374d7e185d661d3e10
    5f03dd9c3807ddbcaa444342c202675602ca64527a751520655ee613b16490f7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ef52a1ed64d39d36104f7a5f3b6ca9a899f3b94ba3283cfb68e9c890034688df"

header_auth.tag hex"8c7bf4b38034f3fc3fb06b65328730e7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a097b5"
  body.final_frame.tag hex"21ed68bae5e4860cadc8957939f1c705"
