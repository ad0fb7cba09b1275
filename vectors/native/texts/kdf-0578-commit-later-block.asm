# 495 bytes. auto: a length or count that is computed.

header.version 2
# AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
header.algorithm_suite_id 0x0578
header.message_id hex"
  b051b0df8c1719ca88054d9c1843885cda6f63681c9c8c41ce13e98f040fa804"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "AhZJNat2rdIeL0bvydU3YTAqQ2QvdA+g4Ldp3jFbWhw36LkNwQFBZb++lQU2uS4aWg=="

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
  header.encrypted_data_keys.provider_info "aes-192" hex"
    000000800000000cf9b88da8f42a7713771769b1"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    a18c5f0c1e48c70a3a9be942d3a3b6e5249b9c5369d338799583ed6e09fa777d
    f8493215835ba8bd207bfdcbaceee5e7"

header.content_type 2  # framed
header.frame_length 8
header.suite_data hex"
  b39a65dbca427b487b05905a3fdbe806e1bb145e50527341dc04a9b2fedb10c8"

header_auth.tag hex"c97eff188e4f5bba9d916efbd0b1125b"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"746bc66372c99b9e"
  body.frame.tag hex"76f41525879442b5937171fe09ee9fe2"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"11ac18d3"
  body.final_frame.tag hex"bc8db5d33f52ff6d81374009afb29525"

footer.signature.length auto
footer.signature hex"
  3065023100be8f44833ce84e961eba3576e8e27477f051aadec05bbb0ec4814d
  4b2c703ed4eaf5ae92c410ca2f0a85296889f4dbc7023028b1b917dbfad6c308
  63097d0ade6e11cc898a847ffd1769ccdcc399513199b61066f55da055d33944
  1cbcbf5a2c6556"
