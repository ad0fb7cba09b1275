# 437 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  075fabdc505061469825fab05a8c04df364c48db48c1c2ee73034f91bdf07feb"
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
    d2a18d05f6503036a946d2732a7deadcc581d7a17bdc0ff54e3f17e0fda4b083
    0e4f2c69d4f0d7322f0aa06ea9d1966266620b3604a25177312c3c827d3a208c
    e9ac5cbb41b1215d5393ff7f1767d6f6131f5b24d5934cb851a3ff18e3a9aceb
    e55997e905f775aa8a9618dbf6ddcc21"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  f9664368a0c54c42e9e4252ebb312b2707b653d01e15209505de0aee023a8910"

header_auth.tag hex"0d7d938327f88f38e9a7be7611078be5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"aa7c47"
  body.final_frame.tag hex"1790a71909c2dfee8fa53d577af61f90"
