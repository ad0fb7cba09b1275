# 521 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"a468e42bd89a8eb269a759f43f581e9c"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "B"
  header.encryption_context.value.length auto
  header.encryption_context.value "upper"

  # header.encryption_context[1]
  header.encryption_context.key.length auto
  header.encryption_context.key "_"
  header.encryption_context.value.length auto
  header.encryption_context.value "sign"

  # header.encryption_context[2]
  header.encryption_context.key.length auto
  header.encryption_context.key "a"
  header.encryption_context.value.length auto
  header.encryption_context.value "lower"

  # header.encryption_context[3]
  header.encryption_context.key.length auto
  header.encryption_context.key "aB"
  header.encryption_context.value.length auto
  header.encryption_context.value "both"

  # header.encryption_context[4]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AyX5XQ57QrBg+zrYA5drt2G21Rn0yvZfynfkZ1YccvkzVqtosB6w4u/pWSaPr3peNw=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cd5363be2bde4a507176ee1b2"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    230f08faa07374e89258e21b89f7089874eaf46d79601f645c8609c4646a4319
    559b1a660960b7c4428f45853ed3f9d9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"dea249941313f4a998821ddcd83c5e78"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8a0c31ef09e5eead"
  body.frame.tag hex"603a00bac3e8592d3be1426ff2320411"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"0a50787e086a3d6a"
  body.frame.tag hex"548737837a1321de9721c704249f168a"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"ecca00ce"
  body.final_frame.tag hex"298a37c148f78bda8a5d7b9714390948"

footer.signature.length auto
footer.signature hex"
  3065023036d22f7409b5d4e6356f2c7757bee16e5c78c9698638696cdfa4274f
  02d515b090288bfc93b9cd9c30f51dcf29aac5b902310097f70aa56bc23664c1
  609f729a5d09452aa19367acf2aad05c026d45eb2e5ef3f5f4d144d368375007
  ce735f14f1f30600"
