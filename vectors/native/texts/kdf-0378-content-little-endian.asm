# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"99325ce4db6f0dac4df936bda2c7646b"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "Ap3lQtmS70iv5wM+FODoLsbPIN9NpOvDH7vEouKay82+p6h+iHK+6Rp6qIiN2I3AjA=="

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
    000000800000000c1507c380bfbae645523071eb"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    1d21bdb292e009fd268840eceb797d51fef5a5f7ee35b0c62f134a4fc94c7aff
    d60fa8909404313164b41dcf8d653f5a"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"feb3a49604598b9607e4cca6bac658d3"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"04952511fe3d15d6"
  body.frame.tag hex"e2443b4e27317b793de9d38990a0d3c3"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"3faebb60"
  body.final_frame.tag hex"73821ba9362015d6fadda411e4132b2e"

footer.signature.length auto
footer.signature hex"
  3065023100a13f3ddd2e23c8d87fc6f2abdd90248c42d8c4a5855599e74a9841
  e12424b32eef072c534e9ca9ff636132c5fe6c27ef023051b2774f65f2f1c61c
  f432c68c0a2ad36270a281b33c066374c43a63c35e0a7116f44d70c3f0b33b4c
  6d5f44179bd2ca"
