# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  26263f5c1380fdc32eb6b4cf58efb8036ae068e9c43d1deb4469724a606694c4"
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
    7560e08f4619e4efc0ad707208a4cef32d45bbd3b8d10b4f8c9b5fe67b09c1ea
    3501e4f61136814cb7379e260ed3d3b766bbad6b08d7944d0a7bc073224fd7cf
    4ee750ac80a7fcb57841a8e334ba67e9445f4e173fe21769619b6d2e55a7ccd8
    41da1737bccd3789c30a822d5320141e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ee47d744e3fb4a9cf3499c07b82d639772de997c4039eb48430e1c36ab935261"

header_auth.tag hex"c270a37193bd008bf538fb28b1665fbf"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"9bffd5"
  body.final_frame.tag hex"c313265f37111f1e458da76643d2826c"
