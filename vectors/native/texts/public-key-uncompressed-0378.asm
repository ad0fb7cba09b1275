# 584 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"ee82b5d16017e82d116008257dfaa33b"
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
  header.encryption_context.value "BLxoMSqVkVmhFOKEC4Np4UeZ0Wfd61/H11y0fC0qg6QuUDkQqlAhZezLWsKKuCRbsouxFmyfQkpRi9n1FzR1N1LjzTN4KbT0/hVD27DvNmSddmpjq0Y17YlWnSjTV441ww=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000cc9894d22efd5c08cda8e1a4b"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    c55b6e4381f2661b4d77fb4e7c68a6ac7030e08878f35d3ccd38d1688961079f
    7cc6cad6fb9e401ea95c20f0cf21e4ee"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"649f886fafb6f5e30d7d2ab6e80db193"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"bd746dd3d6124b25"
  body.frame.tag hex"8940cce33e370ce6116d2eea1a2c9d7b"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"01b11f9c90094824"
  body.frame.tag hex"a025aece5c627d8b8c839335bc441aa5"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"4950f44e"
  body.final_frame.tag hex"a6669900f413de29ccc5c91203bd7f93"

footer.signature.length auto
footer.signature hex"
  3065023100f01e0c48916174e7e727b1ced0faa738c9a82b908d98e21a16a3d5
  78ea04f7a83daf86fac57a2a6524a518dcecfd84fb0230291fd867df58faf17f
  f2155e9f6f48e5a831ebf2fd28925a0e802f90fc8d3a5048ebe729dcdb7f5f49
  324bbc6e25c675"
