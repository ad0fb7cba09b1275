# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  dbf22f1f00de368a9a630cd74152436d23c1c047da9e704c949d25abd3039b6a"
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
    59aa4c446cdae126f10f2ba4719fe280cdb3aa1e3cf58e5f8aba79d2224e4261
    3eaa6776169a7667a81f206f167a7108079dbc02b08ce38b9d5bea64aab6c515
    d2e639b3b76e07894305a6ee996ad5b2c550696e8a8d73ac5be57c615e98852e
    5716bb79702fc5933c4902ceaecf1c48"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f69bc680f6707cd47fb0165fb24fc000c742d76215093dca41067cc59f2d9249"

header_auth.tag hex"95a91bfeb2eb02100e9c0574e797c7ca"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e6d8ef"
  body.final_frame.tag hex"36c8eac753f75eae405ef5ad2ddd2380"
