# 520 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"3eb7a4a37381101d411c21c05a04e9e6"
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
  header.encryption_context.value "Aq5xTWwDxNEJtJxyE/Ta/HFzEBae/BK1ilZ4oqd4HwMk0R0Z+t9np+r7CEnHGkEBsg=="

header.encrypted_data_keys.count auto

  # header.encrypted_data_keys[0]
  header.encrypted_data_keys.provider_id.length auto
  header.encrypted_data_keys.provider_id "esdkit-vectors"
  header.encrypted_data_keys.provider_info.length auto
  header.encrypted_data_keys.provider_info "aes-128" hex"
    000000800000000c89a43678acd1ec9f473b59ea"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    493d8945cb3dea12af05e8fad4ed23a497228c7637db27864f08c516f318fb42
    bc3359c9c8d6f2b84b3d16ee115687f9"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"f9216c3d9bf7582d6f0433743756e1e1"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"8fa35e61f2b07054"
  body.frame.tag hex"26afd905d0c25f4fdda8b074f06aeaf5"

  # body.frame[1]
  body.frame.sequence_number 2
  body.frame.iv hex"000000000000000000000002"
  body.frame.ciphertext hex"5d96dc43ddd21fbc"
  body.frame.tag hex"08fcd0e66b2f5a5d01a0b97e233a3e50"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 3
  body.final_frame.iv hex"000000000000000000000003"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"782fd7ff"
  body.final_frame.tag hex"a69ca68b71a6c64c024ae0e319d9cc1b"

footer.signature.length auto
footer.signature hex"
  3065023032491e2b1d8e5adace22e28f04738b86186664462b8d493457c98fa8
  47b84f115933dbccb6ff5c21d0a24c49d19a6dbb023100ad16c01cac5814684c
  b0f94e00bfdd1abc897792324517a46c11b6427656ea1fb630b79940e1c64049
  2a77ad077267f9"
