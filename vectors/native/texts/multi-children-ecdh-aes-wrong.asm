# 472 bytes. auto: a length or count that is computed.

header.version 2
header.algorithm_suite_id 0x0478  # AES_256_GCM_HKDF_SHA512_COMMIT_KEY
header.message_id hex"
  a7c1aeff157ff1959506fd89cd2994dcb702d8f30d4c4610c70d13b200ff5f08"
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

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cae30ca148635594dac848e07"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    e9700f0084a91118f3e64d43297634b9ca3cde96cd11803b24e6a2c1d4bdcba9
    9701012a2c686832c8eaa91973217286"

  # header.encrypted_data_keys[1]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "raw-ecdh"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info hex"
    0100000021038802c86e2346b7888f0ce7cef8852eef9a2c1f2a76d5fd4ffcab
    84d531b53f4a00000021038536717e3b2f6575bc08a752a7fc85495f14a93564
    1e13793cbc58c8813ba09d"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4e282ac0b3c8014b69be1a4309032671a47f119b23d6cda8f2665a76baf6375e
    6f2f1131957ad4cadb380cf02c6e5912c9efae8be18b0faf98513219a05c19fe
    8a51a157e31e4334e86593025d08769dec50047a22c68fe47fb318df5bdb3b58
    edd9cd4d1c0529978308a93917ea22b9"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  ba8ea140e751b3d045d628284c30489d96d625dd0f12c6e2dbb2c47e2edae9e5"

header_auth.tag hex"1e1cbd0246fedd25a2a6f3712fa04457"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 1
  body.final_frame.iv hex"000000000000000000000001"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"b2efde"
  body.final_frame.tag hex"670cc26f1479235a3d96892ffe22b0bf"
