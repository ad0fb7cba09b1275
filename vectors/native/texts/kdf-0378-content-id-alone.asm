# 465 bytes. auto: a length or count that is computed.

header.version 1
header.type 0x80
# AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
header.algorithm_suite_id 0x0378
header.message_id hex"7de2cd057ec6ae4c5622c7dd94a33eae"
header.encryption_context.length auto
header.encryption_context.count auto

  # header.encryption_context[0]
  header.encryption_context.key.length auto
  header.encryption_context.key "aws-crypto-public-key"
  header.encryption_context.value.length auto
  header.encryption_context.value "A1TFBdIZNLgr7UObIpoe8Rj1kg4qzDXLGjUsPdqHth3+cArE69LiGyCvyJEMaMzoFA=="

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
    000000800000000c40fc5b0fdb27ff845156d45f"
  header.encrypted_data_keys.ciphertext.length auto
  header.encrypted_data_keys.ciphertext hex"
    0294b5a9a3fc4eadef68ea09ff993dc3aad18d1834dbaa7e3824be9a670c4e5c
    6daa33131c48891aa80a6e27e68b9e5b"

header.content_type 2  # framed
header.reserved 0
header.iv_length 12
header.frame_length 8

header_auth.iv hex"000000000000000000000000"
header_auth.tag hex"8ae063753848103c351181f4831a6acf"

  # body.frame[0]
  body.frame.sequence_number 1
  body.frame.iv hex"000000000000000000000001"
  body.frame.ciphertext hex"5f60b912e344c3f0"
  body.frame.tag hex"e75c62d566bd5184e003546ef2b5396e"

  body.final_frame.marker 0xffffffff
  body.final_frame.sequence_number 2
  body.final_frame.iv hex"000000000000000000000002"
  body.final_frame.content_length auto
  body.final_frame.ciphertext hex"f7e61306"
  body.final_frame.tag hex"44495967aecdcd7d2e9c0b52c7ac8235"

footer.signature.length auto
footer.signature hex"
  3065023100e1fc918dafeeb85428c8cc70d5aa6f4cd69275a802e76aabec05ef
  b66c1f2a1ebfd1566a85333a5e4c35e20199a5ee7b023060ba870ae7122e886d
  cf88e93f5ae8b99781cd6d17cb6040a5d64fd167b33b82f4edb35f496f50807b
  c4cb7aab23be31"
