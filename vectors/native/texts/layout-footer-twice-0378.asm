# 570 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"c15fea59ac37bdbe648e42283ddc14e8"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A51aOWDBw6SA/auhR+IechIq9rD/Vpv8QDEIeVNLscffzDD0KRE/7S8tM6VNCH3ANw=="

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "purpose"
  header.encryption_context.value.length auto
  header.encryption_context.value "test"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "user"
  header.encryption_context.value.length auto
  header.encryption_context.value "7"

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000ce20f5137ccab604281b5ecc8"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    9f6f80981f50f8ec89360c603966576ea189d271fd953ba218302aa48ed0569a
    f19d31e100493966f4263cb37e4ccb48"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"3faaed0b5f1f21883b1908c4baf53836"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"08b74ac4f66b261e"
  body.frame.tag hex"1bccbdb3cf3667be4e933b1448e9a24e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"a876ab39"
  body.final_frame.tag hex"94beb54fbf8febddc24b37d80cea89ac"

footer.signature.length auto
footer.signature hex"
  3065023100cd638c4f649220d5c7bddaaad62cc1e96a330d2a4d52ea12fece78
  c2c1071d81f407f823bad899c60d1e209869a2a9500230250a1dfc3c299fe940
  58f248032248f927ced2cf0011eacd69f36c7abcbae27df859b99d92e23e0e71
  a0637f3c48680e"

# 105 bytes follow the end of the message
hex"
  00673065023100cd638c4f649220d5c7bddaaad62cc1e96a330d2a4d52ea12fe
  ce78c2c1071d81f407f823bad899c60d1e209869a2a9500230250a1dfc3c299f
  e94058f248032248f927ced2cf0011eacd69f36c7abcbae27df859b99d92e23e
  0e71a0637f3c48680e"
