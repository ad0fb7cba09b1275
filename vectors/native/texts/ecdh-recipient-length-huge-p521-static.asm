# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  8eecbee9346b5a4f69b5ae88d3c741489da91d310445b7f815ca13bb0a0d5e43"
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
    01ffffffff02018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000000043020072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1700d14e9b0f3ab40b0a2ce74b81cb0f9b6413c5b5f198a19e79edd93dc074ac
    67eff96c8625dbb2b0ef3b1cd75fc1fe37ff94e189b20d7cd1317ee6ae7247ac
    7fbdb4e248abd6ad656b091c0d47e63c3fd7427bb0dabeafab738793fce9521e
    e30f8cd24e5a1be54d52e5d5fcc8bde5"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  57726632a80ebe74a48ab03431c5208b6f78acad0499864721f88e55c2315859"

header_auth.tag hex"07621e1e02bbeedf3a551e0d99f92572"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"543a86"
  body.final_frame.tag hex"1600eebd4a7aa278af90b0e8ce028db6"
