# 635 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  b63221ce1afe708d218c8fe74956c480e7dc51ae01acbd8a57928ad07a072380"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ao6yvThvPntOrHYU79CBdXMsH9sTDihCxHFG3urG0A8VPalYJWSG/vzrXX5zQ9jhXg=="

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
    251545b20ee1e86211b2db944870d655e9f7cc15221ffcc31e9e072268e70372
    e9f8f61b5540e0a456195129cb7312e012f706696e03440853186f35b560f660
    4c8fa937e2ba98ede3f240928547ed3a49e67f5b9a1f5a233316ce2571773d01
    eea92bf21309cfb7c0d3a9c74113d200"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  d4fab410f8e9c339d5887fa892211e602e4d5d0894f7e4d2d5a7457eb7f83eef"

header_auth.tag hex"f014f5d6b831fa6cedccaa64b8387cea"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"374b8b"
  body.final_frame.tag hex"a1a60b97cf96a09850cbd32e89024fac"

footer.signature.length auto
footer.signature hex"
  3065023100dc28da27556cce30154cd08ba0213b620d2f5103250a924cfcc005
  09f40d3b7da20c0323a0f3b0a1bc778883868b464c0230397207eef9c010686d
  eb16176f9365d304d7c632d7d05e68e0618769e3d84b70ec253cdf2cd72762dd
  ba9df8d872b064"
