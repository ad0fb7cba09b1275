# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  9cdd6408a3e8717a349c308b59cedb75e0531c8e17a818cf7e7099c03b98c0af"
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
    34be8bbb1c413e9000000043030072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ee098772123ac66faea58a1c486ea06fe5865f988e9b7d019694e8ea43ca22e7
    47d98ef08c1b4f3d8bae3fe1c1edb48aec8d351ad301c73438d45b2a7ee0a930
    6a8c1176b52db27e58839780fb5182084b3a97cb3d116cdcee7fdeca93d45aef
    ee0eff236229ca2f953630d9ce4b926a"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  69e78ecdcb8f63b089b180b26811cc94b905696f33ce3841fa2d8229ba4a414a"

header_auth.tag hex"a37036ca37d7920c0b9ad8e5158e322a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"fe643f"
  body.final_frame.tag hex"a390419452a732b966f25eecb1767df4"
