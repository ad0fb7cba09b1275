# 455 bytes. auto: a length or count that is computed.

header.version 2
# AES_192_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0346
header.message_id hex"
  0bedbc13c1184a7d0b63a9f88a09c2860bedbc13c1184a7d0b63a9f88a09c286"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AjW9Rj80lz9u3xb3PAOLRJsW7ojg5C5a4wIQRGBfSjfZmrUGlQwMAryoMryOfOxpOw=="

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
  header.encrypted_data_keys.provider_info "aes-256" hex"
    000000800000000cd156491a095a328d177ec9d4"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    58c36744ece5829257f5b5f1a348a6935aacab66495a08cbf9b33477187b04ce
    0685954997b49132"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex""

header_auth.tag hex"1a3cfc31bc7195aec3512f7a42388900"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"7ab5d57a8330ffdc"
  body.frame.tag hex"8775d8fa3211b1d6cba51432e1d1c3c7"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"290aa008"
  body.final_frame.tag hex"23c0b91e941714649cf68da786482069"

footer.signature.length auto
footer.signature hex"
  3065023051df1a6fabb830f0be3d041593eb255e1bb92d5b10472a7415edb6bf
  06539fd2c65eb778ef4135f5ad74c6492da62338023100e3ba09ed60e30841f3
  747efc5e6c773c78b0bfda3347c3802bafab12d2909c86fecb85a56ec39fc4c1
  e6a925c766f8a4"
