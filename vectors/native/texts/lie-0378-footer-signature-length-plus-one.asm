# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"b836572d073256d061e7144c5a63e2c4"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AucBRk9lBEdWmwX4C8IykM5xflMfXG/sZh20PUKgrim5eixJREa5chc1mh+5GZ6nmA=="

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
    000000800000000c146022e55c2aabbe314568bc"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    ec5d6fe6082023e184af39253e839cee8129a498e19c0a382849a711dc6d0952
    b3444cbb5a72e8a398a091536fce6e7a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"e763615c9a8a4fbb55726a640fc63339"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"f33f82b471b9c27c"
  body.frame.tag hex"545f2b5b6dafa92a708529b6a9e0b8d1"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"e926e635"
  body.final_frame.tag hex"c5968a6e87d741797bef49ff20353a7e"

footer.signature.length 104

# Not read any further: the bytes end inside the signature: 1 more is needed @
# footer.signature (offset 0x16a). Hint: Fetch the whole message again: it was
# cut off in storage or transfer, or a length in it was changed.
hex"
  3065023066c64de00412d11a43c021132098357a30b9f04a64301655dfd46f5a
  b2f8111efe798ad95a40de1549e1fc5a36d15bfa023100e47688f3e797855a53
  14056ed3dd42b60f1f43fcee70b34e69459b403981fa789a49dde1822373d875
  ecc9e1e0f4d795"
