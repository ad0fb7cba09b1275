# 701 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  f28ddc5fd4c1bf0c7330cb33156613a89f61e8a2c0896a0e9b1a8b0d74c0407d"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Akj2/m98RfgH7aUnjA/4E7Kn/HGxAx7oF/znZ1P+OENJCE9iExonOewGludJpC+DYg=="

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
    34be8bbb1c413e9000000085040072e0cad01d578773bbbc0edc75cd30ffdfd9
    de6acbe716ac110ab2ecc35bdc88932fd127bc62c19065ade86982d6afade5c0
    34313fed817ed57771895a4c9d3f0301be11ede7dc976de9545a558ec279bf81
    29b1a0b2c7e72c33d52787e918965e82ba5edb76afede5c88cc2153f65b986be
    30b30e55daf20952c2c4df6c2bd0f8a55c"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    80c03a9d47fdaa0b278e00301980024bdd17604805484088f482b125baed819b
    ac641169cc16b50056c6eeef69aff26b062d5a8fc4ef52d2755a266777518bcb
    a2b203441a4df0749cdfa3f99e66277c59bac2be90936353258fe3fca51972fa
    1b3f4da6a3e39ed8db5e67d03d706c66"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ad2debc0563d923e79f17e5608a920ffc034257a1c013bc12369be814eda8cac"

header_auth.tag hex"e59cad148a8f358a2aaa345fab7510a4"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"88eb8a"
  body.final_frame.tag hex"43da745319f761b2e333e0e243356092"

footer.signature.length auto
footer.signature hex"
  3065023100d33b89386c51c2d19932e61677435018954a3f6c63e2715bc505bc
  8139a641743be04867f84c2d1a55dbbab251dd9c1c02300c65c29bff331bf414
  465535cdcd7bdc1eca3763dcb0179c69bcf6437038f82d16e5c77d9e736769c9
  e7ed1009aa29ee"
