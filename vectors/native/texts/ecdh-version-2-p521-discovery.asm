# 635 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  8b040c16f42c5c401dade047472ab6b514dc23b4aab44d9454742497b657b973"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A3du+7+FC+wXj+ZDkctr4rw3wNkynng/AOL1MLdXbktxmWs0kREDIgG867DsIVLG2Q=="

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
    020000004302018a6e89037143f96a4d37f8807408fac2cc700631b15441409b
    13cf87554fddfa8f66f66ad16b5950bf7d2d6309b89adba58541e42f5fd777f8
    34be8bbb1c413e9000000043020072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f03"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    d1e2c79c65ba6a8a7439833ed96057f6e9a1d8eda66920e25bf8821ec1b09c3e
    cb9b41ff90d44647ae7d743321b841779cef0a50f77cb911202c56f4ac6931a3
    d340b983cb183f0ca475a741fad23ffcf9646fd0320203806f351e40c03d190f
    074b0ac035bba1e80bfc1b28689199a0"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  a65e44a75f87d3a150eb32c4b3098aaa69857608ccf5317a0230028f0bfe09f1"

header_auth.tag hex"e9976390c22beb7c9d0f632da3f1a7be"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"880eed"
  body.final_frame.tag hex"85826124cbc658c73b952a6cbff7aab4"

footer.signature.length auto
footer.signature hex"
  3065023100d1267fe45e584b1e8cc595ccc93d12d4b1a44a73702f07d2f09e04
  6998c741e05a89b9c027611fcfa57abc9ce63d1a200230054570b9e72092be19
  8b3eab1b0dba0d733dc3c01d9c3097db46a3d42ea09b9077dc8d55421425ae5c
  1599f56a95773f"
