# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  5f91f429d86e1b8a52b2ae9b3500c4b163780fa4ec69c95964652c8c1119d28c"
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
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    010000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000000043020072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    b826e02d4b2513b63b237870d1507523a3c6b6b5f62a171c24f2a0a5ca24c411
    9f2a645b9315a7599afc44c3e1b5f1288c074bb11d0d75bf516b276efcdf20e9
    e8c37b28ba69fec521723514ea8162fab879640152c4b1cdadb38af5b234f3ba
    bd7f8f747165fd335d4ffda4bebec24e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  4270b800f315e93e27e6caa9738cef49d4e9ebe47caccfb9d30750a9c838a2da"

header_auth.tag hex"f06ec5af821363cd745a539b928ab11f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"81a61b"
  body.final_frame.tag hex"e9700b6ba810a4ba514da0c1bb8cf05e"
