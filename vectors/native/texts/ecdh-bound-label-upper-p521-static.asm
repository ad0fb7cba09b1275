# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  76cb8fd83cae9d8a730d2a63ff94a753897ec816ad054b0ae93e67cfa9ebe3dc"
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
    570479a67dc27128b44e2d6d62d0e9d17093f88b20b02383c90cda198a93673a
    0d961ebecc698f7ab018a88138814743c624fdff0d3c79b8a7d314fea73bf570
    c1460ac1c5d3e9f578371b5de1c6774bf9bd601ba33e7e9dfacbde9b80ab0d78
    515e76dc49f61b226f5513ac601db34a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  00aa6812e1acf22a448b94a5968155c15cb81c74e477ea8ad1ff6af19c632d07"

header_auth.tag hex"0dd4dcb623c702b4b493e1a91a8bbea0"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"6c6c86"
  body.final_frame.tag hex"766a43b31ef42f5ee434705c54c4eca0"
