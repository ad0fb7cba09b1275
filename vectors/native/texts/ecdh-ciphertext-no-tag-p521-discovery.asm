# 619 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  ce2d906baeb205d7b68dec6b18870dea6398f879616d25a1205f2fbdd284d18a"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AxdGyUY5GrdNanGMwhOlMLnHxqXuQl+GC4KJ0HvUikkgUBhlL0+FdlAnkRy+pnf5XQ=="

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
    6b3d15bcdba588f93788aa32ac9fc9a1c6c9dce7111a7e3fa3c91d85130b47d6
    6c3b97a2d2244b6f87528ec0b74edbf31edc6a272b08a187cf6931d29a85f645
    fe50cd660d174b2011522a91cd5296df31cacb7db5422abd35277b6082f5db76"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  873b2268ac2c99854334098c0392536fbe0674903799e60d1c75825517abdb4e"

header_auth.tag hex"b043228bb68c221dde9dbc03aeaf7126"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"83d15f"
  body.final_frame.tag hex"d942171637fa6fb74a271ff01d3785c7"

footer.signature.length auto
footer.signature hex"
  30650230309b16a5f90d34e5787c49d3936fab2c122f71b7f4987eb5caea996a
  d6dfc63023d86a604a2396ac1cd9f3f4ba6eaa140231008428f40b049586eee3
  a845e0ed16f1a6f072111a393cb88c8c8d0cbc6eeba160003f90f897450bf97f
  6fd5db2a3f31e2"
