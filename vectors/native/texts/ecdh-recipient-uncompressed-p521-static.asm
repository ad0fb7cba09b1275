# 503 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  7177dd60e85534f1d7e5a2dde8b427157b664a78244e6ba65eba4e92be75ddd7"
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
    010000008504018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000476065044654ea4366d82b0fd4e5667f5a18c7f9b9e702
    4cde27cff1f6d378e99a0fcb4bf77b86bbd32a83127eddae5ed7c70e79359fca
    3e70d976a2381f0324bc00000043020072e0cad01d578773bbbc0edc75cd30ff
    dfd9de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afad
    e5c034313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    5c71cc0e27383ac4519aa0b53ce9341a44aac9e33fab0d303e1b48745b48df1d
    60473b206b4f53f05ab62040f222694fc394f46393895aa106894a9e636f318f
    7246d2107b6b979304fd580e9542f0c6e04414c3900c5fb2623b3abc34aba962
    2e212121038c1077c0610505c02167ff"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  69cb3a2b9b2fbd700023df7dc3491a2e4e6c1359dd340295aa4c7bb2912301f6"

header_auth.tag hex"3911814331ce33ed4065799242f06a76"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"95ef38"
  body.final_frame.tag hex"74caae8bcb4ef9055013674a6c9dcc5c"
