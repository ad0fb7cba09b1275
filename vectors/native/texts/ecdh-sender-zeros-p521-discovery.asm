# 635 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  67b238e9ce6f57b9104564996f7ad609c77869a8fa84541530d09b8210f8cebf"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AnfDxZ+U2BiFojikBdYiEH+GDvEmExNNZrg1M2hzsQhPotCsANyrjMzn+Of1cKmvnA=="

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
    34be8bbb1c413e90000000430000000000000000000000000000000000000000
    0000000000000000000000000000000000000000000000000000000000000000
    000000000000000000000000000000"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    80101603d1538f14c4fe2b580c96f93fd6f83eb19a68140f9c669282bbdfcf7a
    382900da4737ff2f4544a6f173c4ed1f392a4819450888878e3e3bd63acd69df
    76a4198aa62a20788078c3eb51b577d729d8391caa4c35798eaf6be429c013ea
    af8bba8f3e5e2d27c5e23cb3ca9b120e"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  c44ed96318c2b9d063d3d48cf3e50300f4017a30c7cb5b8430799b6a67740ac5"

header_auth.tag hex"ae83f9179114f18a0af1cd2d92f69e39"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"64e4b1"
  body.final_frame.tag hex"dd9df38676bdfae14ea423d38b86f449"

footer.signature.length auto
footer.signature hex"
  3065023100f4a0bb858b7ae9af32e94812178f46e9e3483be1b5dd06cd440bcc
  fe96bcb404ef27a9ad5d766f857bd0931c0cb714000230266bea67e5122ae785
  03cfb9fe8f3be07947276ced909c167a62ce26a90d7430a7ef3cb8925b1a6af6
  a0b0d52a98e1ad"
