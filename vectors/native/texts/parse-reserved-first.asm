# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"dea86f9a176561335fefc331d19ff91e"
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
  header.encryption_context.value "AkITtg2rkIY0G5M81HDYM9tI9D0JR/vt4Hry+6nrujUSDrLDU2AxtLibG76O489jyA=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c99d9736e41e781ebd49e33c1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    4d95c602c9295adcb23ebdaed7780b08e395f0967a06377c4ece057bae2d484d
    72d653c7fa93935d5bcf5e9b9b06cef7"

header.content_type 2  # framed
header.reserved 16777216
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"6a3d5e244d5a3168b9a426789e156e5a"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"c4c6c27c94a2ca9a"
  body.frame.tag hex"1119c5cf081b3002809b665f5c13ac7c"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"8db845ed37fe0e82"
  body.frame.tag hex"7521fe1d0916d4e6f1cb633caf61761f"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"85ba0af2"
  body.final_frame.tag hex"491a26ad5a0a125854f40ff6a0c172a3"

footer.signature.length auto
footer.signature hex"
  3065023015cdc4712002aed278ff656f78f2cd0a5f3418d2169941bbad53e1ca
  8bd616a3e815170e214264c5646d62e11864683a0231009abc50c650bac37b12
  a9a728a2a50f060620922de9bd47e9f8abac84312dea07bca583f0f11fa08b16
  a8a226d995c5e0"
