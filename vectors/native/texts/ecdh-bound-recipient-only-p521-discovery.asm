# 635 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  2cdea0a968b89999e0378da3669d1a875e8239677fec79f3dd5d04e9479abb49"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxzS9Joy6yjQPrN4+TaYJqsBbrQJkj8MJ2rhDfTkhqZPrE8Lm1uxH/K14dDM3+S6sg=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "origin"
  header.encryption_context.value.length auto
  header.encryption_context.value "esdkit"

  # header.encryption_context[2]
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
    f15c4e12a2a85f31632f4460ed9b0d508e1a53083c50ac10e7610c75c25574a1
    3acab7d0a7db1913b602c2b5cae7e785517c6099efec8494c8fe631c1f3cb0d1
    1ec13d34ab5c82faf601a58476fe56d0a5f92afa7b8179f83596f5bd31d7bf9a
    9a91212c6bc3d5bb6a93f79609260fdd"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  de74097841b4eaa1b2558cad749f25730dff0a2ca856d69fd53cbb8e0e78bf14"

header_auth.tag hex"12574dba4e8706528dd694353532b7f3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"5b6143"
  body.final_frame.tag hex"a83f9217a8cb6363054ee3a5e9f80ec0"

footer.signature.length auto
footer.signature hex"
  3065023100fed5ec06f59ed8253e4e58d91b6d492bf5e46f0db2f8bde65a81a6
  ff851baf7a360a24f210b364bdbea9428e3e9e969e02305f81aba44212daf1b9
  10b87ab9e170cd3347f3d871051c8bce571c07ed3dc5b85720174bc4e78fd954
  fee289a1c5e74d"
